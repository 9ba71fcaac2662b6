/** What a request shows of who sends it. */
export type Credentials =
  | { readonly kind: 'none' }
  | { readonly kind: 'pair'; readonly publicKey: string; readonly secretKey: string }
  | { readonly kind: 'bearer'; readonly token: string }
  | { readonly kind: 'unreadable' };

/** Longest header that is looked at: tokens are shorter, and comparing takes time in proportion. */
const MAX_LENGTH = 8192;

/** The `Authorization` header: `Basic` with both keys as Langfuse SDKs send it, or `Bearer` with a public key or a token. */
export function readCredentials(request: Request): Credentials {
  const header = request.headers.get('authorization');
  if (header === null) return { kind: 'none' };
  const [, scheme = '', value = ''] = /^(\S+) +(\S+)$/.exec(header.slice(0, MAX_LENGTH).trim()) ?? [];
  if (header.length > MAX_LENGTH) return { kind: 'unreadable' };
  if (scheme.toLowerCase() === 'bearer') return { kind: 'bearer', token: value };
  return scheme.toLowerCase() === 'basic' ? readPair(value) : { kind: 'unreadable' };
}

function readPair(value: string): Credentials {
  const text = decodeBase64(value);
  const colon = text?.indexOf(':') ?? -1;
  if (text === null || colon < 0) return { kind: 'unreadable' };
  return { kind: 'pair', publicKey: text.slice(0, colon), secretKey: text.slice(colon + 1) };
}

function decodeBase64(value: string): string | null {
  try {
    return new TextDecoder().decode(Uint8Array.from(atob(value), (char) => char.charCodeAt(0)));
  } catch {
    return null;
  }
}
