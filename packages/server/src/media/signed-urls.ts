import type { Bytes, EpochMs, MediaId, Milliseconds } from '@oriel/core';

/** What a signed address allows, for a while. */
export interface MediaGrant {
  readonly action: 'put' | 'get';
  readonly id: MediaId;
  readonly contentType: string;
  readonly contentLength: Bytes;
}

export interface SignedUrls {
  /** An address below `base` that allows what is granted, to whoever has it, until it expires. */
  readonly sign: (base: string, grant: MediaGrant) => Promise<{ url: string; expiresAt: EpochMs }>;
  /** What an address allows; `null` when it was not signed here, was altered, or is of the past. */
  readonly verify: (url: URL, action: MediaGrant['action'], id: MediaId) => Promise<MediaGrant | null>;
}

/** As Langfuse's addresses hold. */
const LIFETIME: Milliseconds = 3_600_000;
const HMAC = { name: 'HMAC', hash: 'SHA-256' } as const;

/**
 * Addresses for bytes: clients upload and pages show media without credentials, so the address itself is one, for one
 * thing and an hour.
 *
 * @param secret - the same for collectors that serve together; `undefined` makes one that nobody else has.
 */
export function createSignedUrls(secret: string | undefined, now: () => EpochMs): SignedUrls {
  let key: Promise<CryptoKey> | null = null;
  const keyOf = () => {
    const bytes =
      secret === undefined ? crypto.getRandomValues(new Uint8Array(32)) : new TextEncoder().encode(secret);
    key ??= crypto.subtle.importKey('raw', bytes, HMAC, false, ['sign', 'verify']);
    return key;
  };

  return {
    async sign(base, grant) {
      const expiresAt = now() + LIFETIME;
      const signature = await crypto.subtle.sign('HMAC', await keyOf(), messageOf(grant, expiresAt));
      const query = new URLSearchParams({
        type: grant.contentType,
        length: String(grant.contentLength),
        expires: String(expiresAt),
        signature: toHex(new Uint8Array(signature)),
      });
      const url = `${base}/api/public/media/${encodeURIComponent(grant.id)}/content?${query.toString()}`;
      return { url, expiresAt };
    },

    async verify({ searchParams: query }, action, id) {
      const expiresAt = Number(query.get('expires') ?? Number.NaN);
      const contentLength = Number(query.get('length') ?? Number.NaN);
      const signature = fromHex(query.get('signature') ?? '');
      const grant: MediaGrant = { action, id, contentType: query.get('type') ?? '', contentLength };
      if (signature === null || !Number.isFinite(expiresAt) || !Number.isFinite(contentLength)) return null;
      const isOurs = await crypto.subtle.verify(
        'HMAC',
        await keyOf(),
        signature,
        messageOf(grant, expiresAt),
      );
      return isOurs && expiresAt > now() ? grant : null;
    },
  };
}

function messageOf(
  { action, id, contentType, contentLength }: MediaGrant,
  expiresAt: EpochMs,
): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(JSON.stringify([action, id, contentType, contentLength, expiresAt]));
}

function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function fromHex(text: string): Uint8Array<ArrayBuffer> | null {
  if (!/^[0-9a-f]{64}$/.test(text)) return null;
  return Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}
