import { seededRandom } from '@oriel/core/testing';
import { expect, it } from 'vitest';
import { PackedTexts } from './packed-texts.ts';

const ID = 'ff8cc1ff-6af9-555d-aaff-e0eff772a5ff';
const PARTS = [
  ID,
  ID.toUpperCase(),
  ID.slice(1),
  '',
  '|',
  'plan:',
  '\ufeff',
  '\u0000',
  'ÿ',
  '计划',
  '😀',
  '\ud83d',
];

it('gives back any texts as they were, with UUIDs in them or not', () => {
  const random = seededRandom(5);
  const part = () => PARTS[Math.floor(random() * PARTS.length)] ?? '';
  const list = Array.from({ length: 2000 }, () => Array.from({ length: random() * 6 }, part).join(''));
  const texts = new PackedTexts();
  expect(list.map((text) => texts.push(text))).toEqual(list.map((_, place) => place));
  expect(list.map((_, place) => texts.get(place))).toEqual(list);
});

it('takes 22 bytes for the namespace of a task instead of 41', () => {
  const texts = new PackedTexts();
  for (let count = 0; count < 1000; count += 1) texts.push(`plan:${ID}`);
  // Five characters, a mark and 16 bytes; two to four for where it ends; up to a fifth is empty.
  expect(texts.memoryUsage / 1000).toBeLessThan((22 + 4) * 1.3);
});
