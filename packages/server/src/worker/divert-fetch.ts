import type { Fetch } from './connect-collector.ts';

export interface DivertFetchOptions {
  /** The origin that SDKs are told to send to, such as `https://oriel.invalid`: a name that no network can know. */
  readonly origin: string;
  /** Answers what goes there: `fetch` of a `CollectorConnection`. */
  readonly to: Fetch;
}

/**
 * A `fetch` that sends one origin elsewhere and leaves everything else alone, for SDKs that call the global one and
 * cannot be given another: OpenTelemetry's OTLP exporters, uploads of media of `@langfuse/otel`, `langfuse` 3.
 *
 * @example
 * globalThis.fetch = divertFetch(globalThis.fetch, { origin: 'https://oriel.invalid', to: collector.fetch });
 */
export function divertFetch(fetch: Fetch, { origin, to }: DivertFetchOptions): Fetch {
  const diverted = new URL(origin).origin;
  return (input, init) => (originOf(input) === diverted ? to(input, init) : fetch(input, init));
}

/** `null` for addresses without one: relative ones, and those that nobody can read. */
function originOf(input: string | URL | Request): string | null {
  try {
    return new URL(input instanceof Request ? input.url : input).origin;
  } catch {
    return null;
  }
}
