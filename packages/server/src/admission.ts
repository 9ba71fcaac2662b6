import type { EpochMs } from '@oriel/core';
import type { Access, Authorize } from './auth/access.ts';
import { RateLimiter } from './auth/rate-limiter.ts';
import type { Quota, Ration } from './auth/rate-limiter.ts';
import type { CollectorEvent } from './collector-options.ts';
import { Refusal } from './http/refusal.ts';
import type { Route } from './route.ts';

interface AdmissionOptions {
  readonly authorize: Authorize;
  /** Of holders without a quota of their own; `null` for no limit. */
  readonly quota: Quota | null;
  readonly onEvent: ((event: CollectorEvent) => void) | undefined;
  readonly now: () => EpochMs;
}

/** @throws Refusal 401, 403, 429 */
export type Admit = (request: Request, route: Route) => Promise<Access>;

const NOBODY: Access = { kind: 'public', holder: 'nobody', rights: new Set() };

/**
 * Lets in who may do what a route needs. It is decided before anything is looked up, and refused in the same words
 * whatever there is, so a refusal tells nothing of it.
 */
export function createAdmission({ authorize, quota, onEvent, now }: AdmissionOptions): Admit {
  const limiter = new RateLimiter();

  const deny = (request: Request, refusal: Refusal, reason: string, holder: string | null): Refusal => {
    const { method, url } = request;
    const path = new URL(url).pathname;
    onEvent?.({ type: 'denied', at: now(), method, path, status: refusal.status, holder, reason });
    return refusal;
  };

  return async (request, { right, isScoped = false }) => {
    if (right === null) return NOBODY;
    const access = await authorize(request);
    if ('denied' in access) throw deny(request, unknownSender(), access.denied, null);
    const { holder, rights } = access;
    const limit = access.quota ?? quota;
    const ration = limit && limiter.take(`${access.kind} ${holder}`, limit, now());
    if (limit && ration && !ration.isAllowed) {
      throw deny(request, tooMany(limit, ration), 'too many requests', holder);
    }
    // What is not written through a window is written into the whole store.
    const isWithin = access.scope === undefined || right === 'read' || isScoped;
    if (rights.has(right) && isWithin) return access;
    throw deny(request, forbidden(), `no right to ${right}`, holder);
  };
}

function unknownSender(): Refusal {
  return new Refusal(
    401,
    'The request has no valid credentials. Send both keys as `Authorization: Basic`, or a token as `Bearer`.',
    // Never `Basic`: browsers would ask their users for a password.
    { 'www-authenticate': 'Bearer realm="oriel"' },
  );
}

function forbidden(): Refusal {
  return new Refusal(
    403,
    'The credentials are valid and do not allow this. Use the secret key, from a server of your own.',
  );
}

function tooMany({ requestsPerMinute }: Quota, { remaining, retryAfterSeconds }: Ration): Refusal {
  return new Refusal(
    429,
    `More than ${requestsPerMinute} requests a minute came with these credentials, so this one was left alone. Send it again after ${retryAfterSeconds} s.`,
    {
      'retry-after': String(retryAfterSeconds),
      'x-ratelimit-limit': String(requestsPerMinute),
      'x-ratelimit-remaining': String(remaining),
      'x-ratelimit-reset': String(retryAfterSeconds),
    },
  );
}
