import type { MediaId } from './ids.ts';
import { sha256 } from './sha-256.ts';

/** Where bytes are kept: their SHA-256 in standard base64, and the id that follows from it (reference 1.7). */
export function mediaAddress(bytes: Uint8Array): { id: MediaId; sha256: string } {
  const hash = btoa(String.fromCharCode(...sha256(bytes)));
  return { id: mediaIdFromSha256(hash), sha256: hash };
}

/** The media id that belongs to a SHA-256 in standard base64. */
export function mediaIdFromSha256(base64: string): MediaId {
  return base64.replaceAll('+', '-').replaceAll('/', '_').slice(0, 22);
}
