import type { EpochMs } from '@oriel/core';
import type { Access, Authorize } from './auth/access.ts';
import type { CollectorEvent } from './collector-options.ts';
import { Refusal } from './http/refusal.ts';
import type { Route } from './route.ts';

interface AdmissionOptions {
  readonly authorize: Authorize;
  readonly onEvent: ((event: CollectorEvent) => void) | undefined;
  readonly now: () => EpochMs;
}

/** @throws Refusal 401, 403 */
export type Admit = (request: Request, route: Route) => Promise<Access>;

const NOBODY: Access = { kind: 'public', holder: 'nobody', rights: new Set() };

/**
 * Lets in who may do what a route needs. It is decided before anything is looked up, and refused in one of two ways
 * only, so a refusal tells nothing of what there is.
 */
export function createAdmission({ authorize, onEvent, now }: AdmissionOptions): Admit {
  const deny = (request: Request, refusal: Refusal, reason: string, holder: string | null): Refusal => {
    const { method, url } = request;
    const path = new URL(url).pathname;
    onEvent?.({ type: 'denied', at: now(), method, path, status: refusal.status, holder, reason });
    return refusal;
  };

  return async (request, { right }) => {
    if (right === null) return NOBODY;
    const access = await authorize(request);
    if ('denied' in access) throw deny(request, unknownSender(), access.denied, null);
    if (access.rights.has(right)) return access;
    throw deny(request, forbidden(), `no right to ${right}`, access.holder);
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
