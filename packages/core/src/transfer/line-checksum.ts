import { checksum } from '../model/checksum.ts';

/** `,"crc":"89abcdef"}` */
const LENGTH = 18;
const SHAPE = /^,"crc":"([0-9a-f]{8})"\}$/;

const encoder = new TextEncoder();
const decoder = new TextDecoder('latin1');

/**
 * A JSON object as a line that tells when it was damaged: with the CRC-32 of its own bytes as last member.
 *
 *     {"patch":{"kind":"trace",…},"crc":"89abcdef"}
 *     └──── of these bytes ─────┘
 */
export function checkedLine(json: object): string {
  const text = JSON.stringify(json).slice(0, -1);
  const crc = checksum(encoder.encode(text)).toString(16).padStart(8, '0');
  return `${text},"crc":"${crc}"}\n`;
}

/** Whether a line, without its break, is as {@link checkedLine} made it. */
export function isUndamaged(line: Uint8Array): boolean {
  return saidChecksum(line) === ownChecksum(line);
}

/** Whether a line has a checksum that it does not fit. */
export function isDamaged(line: Uint8Array): boolean {
  const said = saidChecksum(line);
  return said !== null && said !== ownChecksum(line);
}

function saidChecksum(line: Uint8Array): number | null {
  const said = SHAPE.exec(decoder.decode(line.subarray(-LENGTH)))?.[1];
  return said === undefined ? null : Number.parseInt(said, 16);
}

function ownChecksum(line: Uint8Array): number {
  return checksum(line.subarray(0, -LENGTH));
}
