import type { Patch } from '@oriel/core';
import { expect, it } from 'vitest';
import { blockLength, HEAD_BYTES } from './block-head.ts';
import { Block } from './block.ts';
import { encodePatches } from './encode-patches.ts';
import { encodeForgotten, readForgotten } from './forgotten.ts';
import { joinBlocks, JOINED_BYTES } from './join-blocks.ts';
import { scanBlocks } from './scan-blocks.ts';

const PATCHES: readonly Patch[] = [
  {
    kind: 'trace',
    id: 't',
    at: 1,
    name: 'ä → 漢字 🚲',
    input: { zero: '\u0000', lone: '\ud800', text: 'ORLB' },
  },
  { kind: 'observation', id: 'o', traceId: 't', at: 2, output: 'x'.repeat(900) },
  { kind: 'score', id: 's', at: 3, value: 0.25 },
];

it('gives every patch back as it was, each without the others', () => {
  const block = open(encodePatches(7, PATCHES));
  expect(block.head).toMatchObject({ kind: 'patches', firstRef: 7, count: 3 });
  expect([2, 0, 1].map((index) => block.patch(index))).toEqual([2, 0, 1].map((index) => PATCHES[index]));
});

it('finds every flipped bit, and loses only the entry that it hit', () => {
  const whole = encodePatches(0, PATCHES);
  const tableEnd = HEAD_BYTES + 8 * PATCHES.length;
  for (let at = 0; at < whole.length; at += 1) {
    const bytes = whole.slice();
    bytes[at] = (bytes[at] ?? 0) ^ (1 << (at % 8));
    // In the head and the table a flipped bit costs the block, behind them one entry.
    const damaged = Block.open(bytes)?.damage().length ?? 'block';
    expect(damaged).toBe(at < tableEnd ? 'block' : 1);
  }
});

it('takes no part of a block for a whole one', () => {
  const whole = encodePatches(0, PATCHES);
  for (let length = 0; length < whole.length; length += 1) {
    expect(Block.open(whole.subarray(0, length))).toBeNull();
  }
});

it('keeps an empty batch, and refs up to the last there can be', () => {
  expect(open(encodePatches(0xffff_fff0, [])).head).toMatchObject({ firstRef: 0xffff_fff0, count: 0 });
});

it('says which refs and traces were forgotten', () => {
  const forgotten = { traceIds: ['t', 'ü'], refs: [9, 3, 4, 5, 3, 12] };
  expect(readForgotten(open(encodeForgotten(20, forgotten)))).toEqual({
    traceIds: ['t', 'ü'],
    refs: [3, 4, 5, 9, 12],
  });
  expect(open(encodeForgotten(20, { traceIds: ['t'], refs: [] })).head.kind).toBe('forgotten');
});

it('finds the blocks behind a damaged one', () => {
  const blocks = [0, 3, 6].map((ref) => encodePatches(ref, PATCHES));
  const bytes = concat(blocks);
  const length = blocks[0]?.length ?? 0;
  bytes[length + 13] = 0xee;
  const found = [...scanBlocks(bytes)].map(({ at, block }) => [at, block?.head.firstRef ?? 'damaged']);
  expect(found).toEqual([
    [0, 0],
    [length, 'damaged'],
    [2 * length, 6],
  ]);
});

it('tells a cut tail from what lies before it', () => {
  const blocks = [0, 3].map((ref) => encodePatches(ref, PATCHES));
  const cut = concat(blocks).subarray(0, -1);
  const last = [...scanBlocks(cut)].at(-1);
  expect(last).toMatchObject({ at: blocks[0]?.length, block: null });
});

it('joins small blocks into larger ones without what was forgotten', () => {
  const blocks = [0, 3, 6, 900].map((ref) => open(encodePatches(ref, PATCHES)));
  const joined = [...joinBlocks(blocks, (ref) => ref >= 3 && ref < 5, none)].map(open);
  expect(joined.map(({ head }) => [head.firstRef, head.count])).toEqual([
    [0, 9],
    [900, 3],
  ]);
  const [first] = joined;
  expect(Array.from({ length: 9 }, (_, index) => first?.read(index).state === 'kept')).toEqual([
    true,
    true,
    true,
    false,
    false,
    true,
    true,
    true,
    true,
  ]);
  expect(first?.patch(8)).toEqual(PATCHES[2]);
});

it('begins another block before one gets large', () => {
  const large: Patch = { kind: 'trace', id: 't', at: 1, input: 'x'.repeat(JOINED_BYTES / 4) };
  const blocks = Array.from({ length: 12 }, (_, ref) => open(encodePatches(ref, [large])));
  expect([...joinBlocks(blocks, () => false, none)]).toHaveLength(3);
});

it('leaves nothing of blocks that were forgotten whole', () => {
  expect([...joinBlocks([open(encodePatches(0, PATCHES))], () => true, none)]).toEqual([]);
});

it('says which entries it left out because they are damaged', () => {
  const bytes = encodePatches(5, PATCHES);
  bytes[bytes.length - 1] = 0;
  const damaged: number[] = [];
  const joined = [
    ...joinBlocks(
      [open(bytes)],
      () => false,
      (ref) => damaged.push(ref),
    ),
  ].map(open);
  expect(damaged).toEqual([7]);
  expect(joined.map(({ head }) => head.count)).toEqual([2]);
});

function none(): void {}

function open(bytes: Uint8Array): Block {
  const block = Block.open(bytes);
  if (block === null) throw new Error('The block is damaged.');
  expect(bytes).toHaveLength(blockLength(block.head));
  return block;
}

function concat(blocks: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(blocks.flatMap((block) => [...block]));
}
