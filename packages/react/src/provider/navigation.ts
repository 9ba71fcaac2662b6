import type { ObservationId, SessionId, TraceId, UserId } from '@oriel/core';

/** Where the host's own pages are. Whatever has no address is shown as text. */
export interface Navigation {
  readonly traceHref?: ((traceId: TraceId) => string) | undefined;
  /** Where one step of a trace is shown. Default: the trace's address. */
  readonly observationHref?: ((traceId: TraceId, observationId: ObservationId) => string) | undefined;
  readonly sessionHref?: ((sessionId: SessionId) => string) | undefined;
  /** Where one turn of a session is shown: what one trace adds to it. Default: the session's address. */
  readonly turnHref?: ((sessionId: SessionId, traceId: TraceId) => string) | undefined;
  readonly userHref?: ((userId: UserId) => string) | undefined;
  readonly promptHref?: ((name: string, version: number) => string) | undefined;
  /**
   * Called for a plain click on a link, instead of loading the page: hand the address to your router. Clicks that
   * ask for a new tab stay the browser's. Default: links are plain links.
   */
  readonly navigate?: ((href: string) => void) | undefined;
}
