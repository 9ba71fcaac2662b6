import type { Bytes, EpochMs, Store } from '@oriel/core';
import type { MaskingOptions, PipelineOptions } from '@oriel/ingest';
import type { Authorize } from './auth/access.ts';
import type { EmbedOptions } from './auth/embed-access.ts';
import type { KeyPair } from './auth/key-access.ts';
import type { CorsOptions } from './http/protect.ts';
import type { Project } from './route.ts';

export interface CollectorOptions {
  /** Where everything is kept. It stays the host's: closing the collector does not close it. */
  readonly store: Store;
  /** Who may do what. Required unless `authorize` is given. */
  readonly keys?: readonly KeyPair[] | undefined;
  /** Decides who sends a request, instead of `keys`; `openAccess()` lets everybody in. */
  readonly authorize?: Authorize | undefined;
  /** Takes embed tokens (`signEmbedToken`), besides those. Default: takes none. */
  readonly embed?: EmbedOptions | undefined;
  /** What the keys belong to, for SDKs that ask. Default: id and name `oriel`. */
  readonly project?: Project | undefined;
  /** Where the collector is mounted, such as `/observability`. Default: at the root. */
  readonly basePath?: string | undefined;
  /**
   * Where clients reach the collector, such as `https://app.example.com/observability`; needed where a proxy in front of
   * it changes the origin, for the addresses of media. Default: the origin of each request, and `basePath`.
   */
  readonly publicUrl?: string | undefined;
  /**
   * Signs the addresses of media, which hold for an hour. Give the same to collectors that serve together. Default: one
   * made for this collector, so a restart ends what it signed.
   */
  readonly signingSecret?: string | undefined;
  /** Sampling, masking, prices, stages of the host's own: how what comes in is treated. */
  readonly ingestion?: Omit<PipelineOptions, 'store' | 'parsing'> | undefined;
  /** How what is read is treated. */
  readonly reading?: ReadingOptions | undefined;
  readonly limits?: CollectorLimits | undefined;
  /** Which pages may call the collector from a browser. Default: those of its own origin. */
  readonly cors?: CorsOptions | undefined;
  /** Hears of every denial and failure. Nothing in an event is secret. Default: nobody does. */
  readonly onEvent?: ((event: CollectorEvent) => void) | undefined;
  /** The clock, for tests. */
  readonly now?: (() => EpochMs) | undefined;
}

export interface ReadingOptions {
  /** What is hidden from those whose token is masked. Default: credentials, and all of `maskingRules`. */
  readonly masking?: MaskingOptions | undefined;
}

export interface CollectorLimits {
  /** Longest body, as it comes. Default 32 MiB. */
  readonly maxBodyBytes?: Bytes | undefined;
  /** Longest body, unpacked. Default 128 MiB. */
  readonly maxUnpackedBytes?: Bytes | undefined;
  /** Longest media; the store's own limit holds too. Default 64 MiB. */
  readonly maxMediaBytes?: Bytes | undefined;
  /** How often each key may be used, where it has no quota of its own. Default: as often as it likes. */
  readonly requestsPerMinute?: number | undefined;
}

/** Something the operator should be able to find in a log. Nothing in it is secret. */
export type CollectorEvent = DeniedEvent | FailedEvent | RejectedEvent;

/** Somebody was not let in, or not to where they wanted. */
export interface DeniedEvent extends RequestEvent {
  readonly type: 'denied';
  readonly status: number;
  readonly reason: string;
}

/** A request failed because of the store, or because of a mistake of ours. */
export interface FailedEvent extends RequestEvent {
  readonly type: 'failed';
  readonly status: number;
  readonly error: unknown;
}

/** A part of what was sent could not be kept; everything else was. */
export interface RejectedEvent extends RequestEvent {
  readonly type: 'rejected';
  /** The id of a Langfuse event, or the place in an export. */
  readonly where: string;
  /** What is wrong with it; masked. */
  readonly reason: string;
}

interface RequestEvent {
  readonly at: EpochMs;
  readonly method: string;
  /** Without its query. */
  readonly path: string;
  /** `Access.holder`; `null` when nobody knows who asked. */
  readonly holder: string | null;
}
