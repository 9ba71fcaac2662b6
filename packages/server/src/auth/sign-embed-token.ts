import { checkFilter } from '@oriel/core';
import type { DocumentKind, EpochMs, Milliseconds, StoreScope } from '@oriel/core';
import { IngestError } from '@oriel/ingest';
import { SignJWT } from 'jose';
import { EMBED_ALGORITHM, EMBED_TYPE, embedSecret } from './embed-key.ts';
import type { EmbedKey } from './embed-key.ts';

export interface EmbedTokenOptions {
  /** The key to sign with; the collector has to know it, too. */
  readonly key: EmbedKey;
  /** Who looks: a user of the host's, by an id of the host's. In the audit log, and the author of scores. */
  readonly holder: string;
  /** What it may see: a filter of traces. What does not meet it does not exist for the holder. */
  readonly scope: StoreScope;
  /** It may also write scores on traces in scope. Default: false. */
  readonly mayScore?: boolean | undefined;
  /** Payloads are masked by the collector's `reading.masking`, and nothing can be asked of them. Default: false. */
  readonly masked?: boolean | undefined;
  /** Kinds of documents it may read, all of each kind. Default: none. */
  readonly documents?: readonly DocumentKind[] | undefined;
  /** The collector, or the tenant of it, that it is for. Default `oriel`, as the collector's. */
  readonly audience?: string | undefined;
  /** How long it is valid. Default 10 minutes; a collector takes none of more than its `embed.maxLifetimeMs`. */
  readonly lifetimeMs?: Milliseconds | undefined;
  /** The clock, for tests. */
  readonly now?: (() => EpochMs) | undefined;
}

const TEN_MINUTES: Milliseconds = 600_000;

/** Servers and proxies take headers of 8 KiB, and the scope is in one. */
const MAX_LENGTH = 7000;

/**
 * A token for an embedded page: what a host gives to `httpStore` for one of its users. Called on the host's server,
 * where the key is, after it has found out who the user is.
 *
 * @example
 * const token = await signEmbedToken({
 *   key: { id: '2026-11', secret: process.env.ORIEL_EMBED_SECRET },
 *   holder: user.id,
 *   scope: { traces: { field: 'userId', op: '=', value: user.id } },
 * });
 *
 * @throws IngestError `bad-option` - the key is too short, there is no holder, or the scope is too long for a header.
 * @throws StoreError `bad-query` - the scope is no filter of traces.
 */
export async function signEmbedToken(options: EmbedTokenOptions): Promise<string> {
  const { key, holder, scope, audience = 'oriel', lifetimeMs = TEN_MINUTES, now = Date.now } = options;
  const { mayScore = false, masked = false, documents = [] } = options;
  checkFilter('traces', scope.traces);
  if (holder === '') throw bad('It has no `holder`. Name the user it is for.');
  if (!Number.isFinite(lifetimeMs) || lifetimeMs < 1000) throw bad('Its `lifetimeMs` is not at least 1000.');
  const issuedAt = Math.floor(now() / 1000);
  const token = await new SignJWT({ scope: { traces: scope.traces }, mayScore, masked, documents })
    .setProtectedHeader({ alg: EMBED_ALGORITHM, typ: EMBED_TYPE, kid: key.id })
    .setSubject(holder)
    .setAudience(audience)
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + Math.floor(lifetimeMs / 1000))
    .sign(embedSecret(key));
  if (token.length <= MAX_LENGTH) return token;
  throw bad(
    `It has ${token.length} characters and a header takes ${MAX_LENGTH}. Say the scope with a shorter filter, such as a tag or metadata that all of its traces have.`,
  );
}

function bad(why: string): IngestError {
  return new IngestError('bad-option', `The embed token was not signed. ${why}`);
}
