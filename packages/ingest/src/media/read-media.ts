import { isJsonObject, mediaAddress, mediaIdFromSha256 } from '@oriel/core';
import type { JsonObject, JsonValue } from '@oriel/core';
import { mediaSignature } from './media-signature.ts';
import type { ParsedMedia } from './parsed-media.ts';

const SHA_256_BASE64 = /^[A-Za-z0-9+/]{43}=$/;

/** True for the body of a request that announces an upload. */
export function isMediaDeclaration(body: JsonValue): body is JsonObject {
  return isJsonObject(body) && 'sha256Hash' in body && 'contentType' in body;
}

/** Media as an upload request announces it, or what is wrong with the announcement. */
export function readMediaDeclaration(body: JsonValue): ParsedMedia | { readonly problem: string } {
  const { sha256Hash, contentType, contentLength } = isJsonObject(body) ? body : {};
  if (typeof sha256Hash !== 'string' || !SHA_256_BASE64.test(sha256Hash)) {
    return {
      problem:
        'The announced media has no `sha256Hash`, so its bytes could not be recognised. ' +
        'Send the SHA-256 of the bytes in base64, 44 characters.',
    };
  }
  if (typeof contentType !== 'string' || typeof contentLength !== 'number' || contentLength < 0) {
    return {
      problem:
        'The announced media has no `contentType` and `contentLength`, so it could not be shown. ' +
        'Send both, the length as a number of bytes.',
    };
  }
  return { id: mediaIdFromSha256(sha256Hash), contentType, contentLength, sha256: sha256Hash };
}

/** Media from its bytes; their id follows from what they are, whatever the upload URL was. */
export function readMediaBytes(bytes: Uint8Array, contentType: string | null): ParsedMedia {
  return {
    ...mediaAddress(bytes),
    contentType: contentType ?? mediaSignature(bytes) ?? 'application/octet-stream',
    contentLength: bytes.length,
    bytes,
  };
}
