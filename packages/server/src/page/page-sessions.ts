import { ALL_RIGHTS } from '../auth/access.ts';
import type { Authorize } from '../auth/access.ts';
import type { KeyPair } from '../auth/key-access.ts';
import { RateLimiter } from '../auth/rate-limiter.ts';
import { isSameSecret } from '../auth/same-secret.ts';
import type { CollectorEvent } from '../collector-options.ts';
import { readJsonObject } from '../http/read-json.ts';
import { refusalResponse, toRefusal } from '../http/refuse.ts';
import { Refusal } from '../http/refusal.ts';
import { SESSION_LIFETIME, sessionTokens } from './session-token.ts';
import { pageAddress, readSessionCookie, sessionCookie } from './session-cookie.ts';
import { SignInCodes } from './sign-in-codes.ts';

export interface PageSessionsOptions {
  readonly keys: KeyPair;
  /** Where the page is reached, if a proxy changes it. Default: as each request says. */
  readonly publicUrl?: string | undefined;
  /** Hears the next code when one was used. */
  readonly onNextCode: (code: string) => void;
  readonly onEvent?: ((event: CollectorEvent) => void) | undefined;
  readonly now?: (() => number) | undefined;
}

/** Who is signed in on the page that the collector serves. */
export interface PageSessions {
  /** Lets in what the page itself asks for somebody who is signed in. */
  readonly authorize: Authorize;
  /** Answers `/session`: POST signs in, DELETE out, GET says who is in. Never rejects. */
  readonly answer: (request: Request) => Promise<Response>;
  /** Lets somebody in once. */
  readonly code: () => string;
}

/**
 * What our page sends with everything. No page of another origin can: browsers ask first whether they may send a header
 * like this, and are told no. So a cookie alone, which a browser may send for anybody, lets nobody in.
 */
const PAGE_HEADER = 'x-oriel-page';

const TRIES = { requestsPerMinute: 20 };
const LIMITS = { maxBodyBytes: 4096, maxUnpackedBytes: 4096, maxMediaBytes: 0 };

export async function pageSessions(options: PageSessionsOptions): Promise<PageSessions> {
  const { keys, publicUrl, onNextCode, onEvent, now = Date.now } = options;
  const tokens = await sessionTokens(keys.secretKey);
  const limiter = new RateLimiter();
  const codes = new SignInCodes(onNextCode);

  const addressOf = ({ url }: Request) => pageAddress(publicUrl ?? url);

  /** When the session is over; `null` when there is none. */
  async function sessionOf(request: Request): Promise<number | null> {
    const token = readSessionCookie(request, addressOf(request));
    return token === null || !isOwnPage(request) ? null : tokens.read(token, now());
  }

  const authorize: Authorize = async (request) => {
    const expiresAt = await sessionOf(request);
    if (expiresAt === null) return { denied: 'no session' };
    return { kind: 'session', holder: 'page', rights: ALL_RIGHTS, expiresAt };
  };

  async function signIn(request: Request): Promise<Response> {
    const ration = limiter.take('sign-in', TRIES, now());
    if (!ration.isAllowed) {
      throw new Refusal(429, 'Too many have tried to sign in. Try again in a while.', {
        'retry-after': String(ration.retryAfterSeconds),
      });
    }
    const { code } = await readJsonObject(request, LIMITS);
    const typed = typeof code === 'string' ? code.trim() : '';
    // Both are compared, so that the time does not tell which it was nearly.
    const isKey = isSameSecret(typed, keys.secretKey);
    if (!codes.use(typed) && !isKey) throw new Refusal(401, 'The code or the key is not the right one.');
    const token = await tokens.sign(now());
    return tell(keys.publicKey, { 'set-cookie': sessionCookie(addressOf(request), token, SESSION_LIFETIME) });
  }

  async function answerSession(request: Request): Promise<Response> {
    if (!isOwnPage(request)) throw new Refusal(403, 'Only the page of this server may ask this.');
    if (request.method === 'POST') return signIn(request);
    if (request.method === 'DELETE') {
      return tell(null, { 'set-cookie': sessionCookie(addressOf(request), '', 0) });
    }
    // That nobody is signed in is how every first visit begins: nothing is wrong with asking.
    return tell((await sessionOf(request)) === null ? null : keys.publicKey);
  }

  return {
    authorize,
    code: () => codes.code,
    async answer(request) {
      try {
        return await answerSession(request);
      } catch (error) {
        const refusal = toRefusal(error);
        const { status, message: reason } = refusal;
        const { method } = request;
        onEvent?.({ type: 'denied', at: now(), method, path: '/session', status, holder: null, reason });
        return refusalResponse(refusal);
      }
    },
  };
}

/** Who is signed in: `null` for nobody. */
function tell(publicKey: string | null, headers: Readonly<Record<string, string>> = {}): Response {
  return Response.json({ publicKey }, { headers });
}

function isOwnPage({ headers }: Request): boolean {
  const site = headers.get('sec-fetch-site');
  return headers.has(PAGE_HEADER) && (site === null || site === 'same-origin');
}
