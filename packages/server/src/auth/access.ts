import type { DocumentKind, EpochMs, StoreScope } from '@oriel/core';
import type { Quota } from './rate-limiter.ts';

/**
 * - `read`: traces, sessions, scores, metrics, prompts, datasets, media.
 * - `score`: writing scores.
 * - `ingest`: writing traces, observations and media.
 * - `manage`: everything else that changes something: prompts, datasets, deletion.
 */
export type Right = 'read' | 'score' | 'ingest' | 'manage';

/** What somebody may do, and who it is. */
export interface Access {
  /** What it was granted for. */
  readonly kind: 'open' | 'secret' | 'public' | 'token' | 'session';
  /** A name for quotas and the audit log, such as the public key. Never a secret. */
  readonly holder: string;
  readonly rights: ReadonlySet<Right>;
  /** The traces it is about; what is outside does not exist for the holder. Default: all of them. */
  readonly scope?: StoreScope | undefined;
  /** Payloads are masked, and nothing can be asked of them. Default: false. */
  readonly masked?: boolean | undefined;
  /** Kinds of documents that somebody with a scope may read. Default: none. */
  readonly documents?: readonly DocumentKind[] | undefined;
  /** When it is over, and what goes on with it ends. Default: never. */
  readonly expiresAt?: EpochMs | undefined;
  /** How often the holder may ask. Default: the collector's `limits.requestsPerMinute`. */
  readonly quota?: Quota | undefined;
}

/** Nobody knows who is asking. What is answered is the same for every reason. */
export interface Denial {
  /** For the audit log; without anything secret. */
  readonly denied: string;
}

/**
 * Who sends a request. The one place that decides it: a host with logins of its own replaces it. Looks at headers
 * alone, never at the body.
 */
export type Authorize = (request: Request) => Promise<Access | Denial>;

/** All that can be done. */
export const ALL_RIGHTS: ReadonlySet<Right> = new Set<Right>(['read', 'score', 'ingest', 'manage']);

/** Lets everybody do everything: for a collector that only its own page or machine can reach. */
export function openAccess(): Authorize {
  const access: Access = { kind: 'open', holder: 'anybody', rights: ALL_RIGHTS };
  return () => Promise.resolve(access);
}
