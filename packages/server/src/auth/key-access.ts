import { IngestError } from '@oriel/ingest';
import { ALL_RIGHTS } from './access.ts';
import type { Access, Authorize, Denial, Right } from './access.ts';
import { readCredentials } from './credentials.ts';
import type { Quota } from './rate-limiter.ts';
import { isSameSecret } from './same-secret.ts';

/** A pair of keys as Langfuse SDKs use them. */
export interface KeyPair {
  /** Anybody may see it: it stands in the code of pages. */
  readonly publicKey: string;
  /** Allows everything. */
  readonly secretKey: string;
  /**
   * What the public key alone may write; it may never read. `score`: scores, as Langfuse's browser SDK sends them.
   * `ingest`: traces and media too. Default `score`.
   */
  readonly publicKeyMay?: 'score' | 'ingest' | undefined;
  /** How often each of the keys may be used. Default: the collector's `limits.requestsPerMinute`. */
  readonly quota?: Quota | undefined;
}

const PUBLIC_RIGHTS: Readonly<Record<'score' | 'ingest', ReadonlySet<Right>>> = {
  score: new Set<Right>(['score']),
  ingest: new Set<Right>(['score', 'ingest']),
};

/**
 * Access by keys: both of a pair (`Basic`) allow everything, the public one alone (`Bearer`) writes. Several pairs may
 * be valid at once, so that keys can be exchanged without a gap.
 *
 * @throws IngestError `bad-option` - no keys, an empty one, or two that are the same.
 */
export function keyAccess(keys: readonly KeyPair[]): Authorize {
  checkKeys(keys);
  return (request) => Promise.resolve(authorize(request, keys));
}

function authorize(request: Request, keys: readonly KeyPair[]): Access | Denial {
  const credentials = readCredentials(request);
  if (credentials.kind === 'none') return { denied: 'no credentials' };
  if (credentials.kind === 'unreadable') return { denied: 'unreadable credentials' };
  // Every pair is compared, and both of its keys, whatever was found before: the time must not tell.
  let found: Access | Denial = { denied: 'unknown credentials' };
  for (const { publicKey, secretKey, publicKeyMay = 'score', quota } of keys) {
    const holder = publicKey;
    if (credentials.kind === 'bearer') {
      const isKnown = isSameSecret(credentials.token, publicKey);
      if (isKnown) found = { kind: 'public', holder, quota, rights: PUBLIC_RIGHTS[publicKeyMay] };
    } else {
      const isPublic = isSameSecret(credentials.publicKey, publicKey);
      const isSecret = isSameSecret(credentials.secretKey, secretKey);
      if (isPublic && isSecret) found = { kind: 'secret', holder, quota, rights: ALL_RIGHTS };
    }
  }
  return found;
}

function checkKeys(keys: readonly KeyPair[]): void {
  if (keys.length === 0) {
    throw bad('There are no keys, so nobody could ever use the collector. Give at least one pair.');
  }
  const texts = keys.flatMap(({ publicKey, secretKey }) => [publicKey, secretKey]);
  if (texts.includes('')) {
    throw bad('A key is empty, so everybody would have it. Give keys that are hard to guess.');
  }
  if (new Set(texts).size !== texts.length) {
    throw bad('Two keys are the same, so what is allowed would depend on their order. Give different ones.');
  }
}

function bad(message: string): IngestError {
  return new IngestError('bad-option', message);
}
