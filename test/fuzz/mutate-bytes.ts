import type { Dice } from './dice.ts';

type Mutation = (bytes: Uint8Array, dice: Dice, other: Uint8Array) => Uint8Array;

const MUTATIONS: readonly Mutation[] = [
  function flipBits(bytes, dice) {
    const flipped = Uint8Array.from(bytes);
    for (let count = 1 + dice.below(8); count > 0; count -= 1) {
      const index = dice.below(flipped.length);
      flipped[index] = (flipped[index] ?? 0) ^ (1 << dice.below(8));
    }
    return flipped;
  },
  function cutOff(bytes, dice) {
    return bytes.subarray(0, dice.below(bytes.length));
  },
  function cutOffStart(bytes, dice) {
    return bytes.subarray(dice.below(bytes.length));
  },
  /** The start of one body and the end of another. */
  function splice(bytes, dice, other) {
    return concat(bytes.subarray(0, dice.below(bytes.length)), other.subarray(dice.below(other.length)));
  },
  /** A part again: fields of protobuf may repeat, and members of JSON, too. */
  function repeatPart(bytes, dice) {
    const start = dice.below(bytes.length);
    const end = start + 1 + dice.below(Math.min(bytes.length - start, 200));
    return concat(bytes.subarray(0, end), bytes.subarray(start, end), bytes.subarray(end));
  },
  function leavePartOut(bytes, dice) {
    const start = dice.below(bytes.length);
    return concat(bytes.subarray(0, start), bytes.subarray(start + 1 + dice.below(64)));
  },
  function overwritePart(bytes, dice) {
    const noise = dice.bytes(1 + dice.below(16));
    const changed = Uint8Array.from(bytes);
    changed.set(noise.subarray(0, changed.length), dice.below(Math.max(1, changed.length - noise.length)));
    return changed;
  },
  function insertNoise(bytes, dice) {
    const at = dice.below(bytes.length);
    return concat(bytes.subarray(0, at), dice.bytes(1 + dice.below(16)), bytes.subarray(at));
  },
];

/** Bytes with something done to them. `other` is what a splice takes its end from. */
export function mutateBytes(bytes: Uint8Array, dice: Dice, other: Uint8Array): Uint8Array {
  let mutated = bytes;
  for (let count = 1 + dice.below(3); count > 0 && mutated.length > 0; count -= 1) {
    mutated = dice.pick(MUTATIONS)(mutated, dice, other);
  }
  return mutated;
}

export function concat(...parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let offset = 0;
  for (const part of parts) {
    bytes.set(part, offset);
    offset += part.length;
  }
  return bytes;
}
