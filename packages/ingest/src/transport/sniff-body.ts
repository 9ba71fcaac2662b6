import { isTransferFile } from '@oriel/core/transfer';
import { mediaSignature } from '../media/media-signature.ts';

/** What a body looks like. What its sender declared may be wrong; the bytes are not. */
export type BodyLook = 'export' | 'json' | 'protobuf' | 'markup' | 'media' | 'unknown';

/** The tag of the only field that an OTLP export has. As text it is a line break. */
const FIRST_PROTOBUF_BYTE = 0x0a;

const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf];
const SPACES = new Set([0x09, 0x0a, 0x0d, 0x20]);

/**
 * Everything a body may be, likeliest first. A line break and a brace begin both JSON that somebody formatted and
 * protobuf whose first part is 123 bytes long; `isProtobuf`, what the sender declared, decides which is tried first.
 */
export function sniffBody(bytes: Uint8Array, isProtobuf: boolean): readonly BodyLook[] {
  if (isTransferFile(bytes)) return ['export'];
  const looks: BodyLook[] = [];
  const first = String.fromCharCode(bytes[startOfText(bytes)] ?? 0);
  if (first === '{' || first === '[') looks.push('json');
  if (bytes[0] === FIRST_PROTOBUF_BYTE) looks.push('protobuf');
  if (isProtobuf) looks.reverse();
  if (looks.length > 0) return looks;
  if (first === '<') return ['markup'];
  return [mediaSignature(bytes) === null ? 'unknown' : 'media'];
}

function startOfText(bytes: Uint8Array): number {
  let index = BYTE_ORDER_MARK.every((byte, n) => bytes[n] === byte) ? BYTE_ORDER_MARK.length : 0;
  while (SPACES.has(bytes[index] ?? 0)) index += 1;
  return index;
}
