import type { Bytes } from '@oriel/core';

const OBJECT: Bytes = 32;
const SLOT: Bytes = 8;
const NUMBER: Bytes = 16;
const TEXT: Bytes = 16;

/**
 * About what a value made of JSON takes in V8 with 64-bit pointers: texts at a byte a character, and as if no two shared
 * one. Keys are shared by all objects of one shape.
 */
export function objectBytes(value: unknown): Bytes {
  if (typeof value === 'string') return TEXT + value.length;
  // Small whole numbers lie in the slot itself.
  if (typeof value === 'number') return (value | 0) === value ? 0 : NUMBER;
  if (typeof value !== 'object' || value === null) return 0;
  let bytes = OBJECT;
  for (const member of Object.values(value) as unknown[]) bytes += SLOT + objectBytes(member);
  return bytes;
}
