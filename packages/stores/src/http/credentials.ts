import { StoreError } from '@oriel/core';
import type { HttpStoreOptions } from './http-store-options.ts';

/** What requests are let in with. */
export interface Credentials {
  /** The `Authorization` header to send; `null` to send none. */
  current(): Promise<string | null>;
  /**
   * Asks for another one after the server refused this one. Requests that were refused together ask once.
   *
   * @returns whether there is another to try.
   */
  renew(refused: string | null): Promise<boolean>;
}

export function credentialsOf({ token, keys }: HttpStoreOptions): Credentials {
  if (typeof token === 'function') return askedToken(token);
  const header = keys
    ? basic(keys.publicKey, keys.secretKey)
    : token === undefined
      ? null
      : `Bearer ${token}`;
  return { current: () => Promise.resolve(header), renew: () => Promise.resolve(false) };
}

function askedToken(ask: () => string | Promise<string>): Credentials {
  let asked: Promise<string> | null = null;

  const current = (): Promise<string> => {
    const asking = (asked ??= askFor(ask));
    // A host that could not give one is asked again by the next request.
    asking.catch(() => {
      if (asked === asking) asked = null;
    });
    return asking;
  };

  return {
    current,
    async renew(refused) {
      const asking = asked;
      const isRefused = asking !== null && (await asking) === refused;
      // Somebody else may have asked meanwhile.
      if (isRefused && asked === asking) asked = null;
      await current();
      return true;
    },
  };
}

async function askFor(ask: () => string | Promise<string>): Promise<string> {
  try {
    return `Bearer ${await ask()}`;
  } catch (cause) {
    throw new StoreError(
      'unavailable',
      'The `token` function of the store failed, so the call was not made. It has to return a token.',
      { cause },
    );
  }
}

function basic(publicKey: string, secretKey: string): string {
  const bytes = new TextEncoder().encode(`${publicKey}:${secretKey}`);
  return `Basic ${btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))}`;
}
