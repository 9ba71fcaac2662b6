import { checkFilter, DOCUMENT_KINDS, isJsonObject } from '@oriel/core';
import type { DocumentKind, EpochMs, Filter, JsonValue, Milliseconds } from '@oriel/core';
import { IngestError } from '@oriel/ingest';
import { errors, jwtVerify } from 'jose';
import type { JWTPayload } from 'jose';
import type { Access, Authorize, Denial, Right } from './access.ts';
import { readCredentials } from './credentials.ts';
import { EMBED_ALGORITHM, EMBED_TYPE, embedSecret } from './embed-key.ts';
import type { EmbedKey } from './embed-key.ts';
import type { Quota } from './rate-limiter.ts';

export interface EmbedOptions {
  /** Tokens of any of these are taken: to exchange a key, add the new one, sign with it, and remove the old one when its last token is over. */
  readonly keys: readonly EmbedKey[];
  /** What tokens have to be for: this collector, or one tenant of many. Default `oriel`. */
  readonly audience?: string | undefined;
  /** Longest lifetime a token may claim: one that leaks is good for that long. Default 24 hours. */
  readonly maxLifetimeMs?: Milliseconds | undefined;
  /** How often each holder may ask. Default: the collector's `limits.requestsPerMinute`. */
  readonly quota?: Quota | undefined;
}

const DAY: Milliseconds = 86_400_000;
/** Clocks of hosts differ. */
const CLOCK_TOLERANCE_SECONDS = 5;

/**
 * Access by embed tokens, sent as `Bearer`: reading, and scoring where the token says so, within its scope.
 *
 * @throws IngestError `bad-option` - no keys, one that can be guessed, or two of one id.
 */
export function embedAccess(options: EmbedOptions, now: () => EpochMs): Authorize {
  const { keys, audience = 'oriel', maxLifetimeMs = DAY, quota } = options;
  const secrets = secretsOf(keys);

  return async (request) => {
    const credentials = readCredentials(request);
    if (credentials.kind !== 'bearer') return { denied: 'no embed token' };
    try {
      const { payload } = await jwtVerify(
        credentials.token,
        ({ kid }) => {
          const secret = secrets.get(kid ?? '');
          if (secret) return secret;
          throw new errors.JWSInvalid('no such key');
        },
        {
          algorithms: [EMBED_ALGORITHM],
          typ: EMBED_TYPE,
          audience,
          requiredClaims: ['sub', 'exp', 'iat'],
          maxTokenAge: maxLifetimeMs / 1000,
          clockTolerance: CLOCK_TOLERANCE_SECONDS,
          currentDate: new Date(now()),
        },
      );
      return accessOf(payload, maxLifetimeMs, quota);
    } catch (error) {
      // The reason is for the log: whoever sent it is told that it is not accepted, and nothing else.
      return { denied: `embed token: ${error instanceof Error ? error.message : 'not readable'}` };
    }
  };
}

function accessOf(
  payload: JWTPayload,
  maxLifetimeMs: Milliseconds,
  quota: Quota | undefined,
): Access | Denial {
  const { sub: holder = '', iat = 0, exp = 0 } = payload;
  if (holder === '') return { denied: 'embed token: nobody holds it' };
  if ((exp - iat) * 1000 > maxLifetimeMs) return { denied: 'embed token: it is valid for too long' };
  // Signed by the host, but perhaps by an older or a newer version of this package.
  const { scope, mayScore, masked, documents } = payload as Readonly<Record<string, JsonValue | undefined>>;
  if (!isJsonObject(scope) || typeof mayScore !== 'boolean' || typeof masked !== 'boolean') {
    return { denied: 'embed token: it does not say what it is for' };
  }
  if (!Array.isArray(documents) || !documents.every(isDocumentKind)) {
    return { denied: 'embed token: it names documents there are not' };
  }
  const traces = scope['traces'] as unknown as Filter;
  checkFilter('traces', traces);
  return {
    kind: 'token',
    holder,
    rights: new Set<Right>(mayScore ? ['read', 'score'] : ['read']),
    scope: { traces },
    masked,
    documents,
    expiresAt: exp * 1000,
    quota,
  };
}

function isDocumentKind(kind: unknown): kind is DocumentKind {
  return DOCUMENT_KINDS.some((known) => known === kind);
}

function secretsOf(keys: readonly EmbedKey[]): ReadonlyMap<string, Uint8Array> {
  const secrets = new Map(keys.map((key) => [key.id, embedSecret(key)]));
  if (keys.length > 0 && secrets.size === keys.length) return secrets;
  throw new IngestError(
    'bad-option',
    'There are no embed keys, or two of one id, so it could not be told which one a token is signed with. Give each its own id.',
  );
}
