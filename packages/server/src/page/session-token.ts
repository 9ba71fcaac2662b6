import type { EpochMs, Milliseconds } from '@oriel/core';
import { SignJWT, jwtVerify } from 'jose';

/** How long somebody stays signed in. */
export const SESSION_LIFETIME: Milliseconds = 12 * 60 * 60 * 1000;

const ALGORITHM = 'HS256';
const TYPE = 'oriel-session+jwt';

export interface SessionTokens {
  sign(now: EpochMs): Promise<string>;
  /** When it is over; `null` when it is none. */
  read(token: string, now: EpochMs): Promise<EpochMs | null>;
}

/**
 * Tokens of those who signed in. Signed with a key made of the secret key, so that they outlive a restart and end with
 * the key, and nothing more has to be kept anywhere.
 */
export async function sessionTokens(secretKey: string): Promise<SessionTokens> {
  const key = await derivedKey(secretKey);
  return {
    sign(now) {
      const issuedAt = Math.floor(now / 1000);
      return new SignJWT()
        .setProtectedHeader({ alg: ALGORITHM, typ: TYPE })
        .setIssuedAt(issuedAt)
        .setExpirationTime(issuedAt + SESSION_LIFETIME / 1000)
        .sign(key);
    },
    async read(token, now) {
      const options = {
        algorithms: [ALGORITHM],
        typ: TYPE,
        requiredClaims: ['iat', 'exp'],
        currentDate: new Date(now),
      };
      try {
        const { payload } = await jwtVerify(token, key, options);
        return (payload.exp ?? 0) * 1000;
      } catch {
        // Expired, altered or somebody else's: all the same to whoever sent it.
        return null;
      }
    },
  };
}

async function derivedKey(secretKey: string): Promise<Uint8Array> {
  const encoder = new TextEncoder();
  const secret = await crypto.subtle.importKey('raw', encoder.encode(secretKey), 'HKDF', false, [
    'deriveBits',
  ]);
  const info = encoder.encode('oriel sessions of the page');
  const bits = await crypto.subtle.deriveBits(
    { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info },
    secret,
    256,
  );
  return new Uint8Array(bits);
}
