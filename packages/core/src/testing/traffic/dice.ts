import { seededRandom } from '../seeded-random.ts';

/** Items with weights, at least one. */
export type Weighted<Item> = readonly [Item & Weight, ...(Item & Weight)[]];

interface Weight {
  readonly weight: number;
}

/**
 * Chance with a seed. Built of sums, products and quotients only, which every engine rounds alike: logarithms and
 * powers may differ in their last bit from browser to browser.
 */
export class Dice {
  readonly #random: () => number;

  constructor(seed: number) {
    this.#random = seededRandom(seed);
  }

  /** In [0, 1). */
  fraction(): number {
    return this.#random();
  }

  /** A whole number from 0 to `count` - 1. */
  below(count: number): number {
    return Math.floor(this.#random() * count);
  }

  /** A whole number, both ends included. */
  between(least: number, most: number): number {
    return least + Math.floor(this.#random() * (most - least + 1));
  }

  chance(probability: number): boolean {
    return this.#random() < probability;
  }

  pick<Item>(items: readonly [Item, ...Item[]]): Item {
    return items[Math.floor(this.#random() * items.length)] ?? items[0];
  }

  /** One of the items, as often as its `weight` says. */
  pickWeighted<Item>(items: Weighted<Item>): Item {
    let left = this.#random() * items.reduce((sum, { weight }) => sum + weight, 0);
    for (const item of items) {
      left -= item.weight;
      if (left < 0) return item;
    }
    return items[0];
  }

  /** What durations and lengths are multiplied by: mostly near 1, one in a hundred about 3. */
  spread(): number {
    const tail = this.#random();
    const fourth = tail * tail * tail * tail;
    return 0.7 + 0.55 * this.#random() + 2.4 * fourth * fourth * fourth * fourth * fourth;
  }

  /** Eight hexadecimal digits. */
  hex(): string {
    return hexWord(Math.floor(this.#random() * 2 ** 32));
  }
}

/** The digits of every byte: looking them up is several times as fast as printing them. */
const BYTES = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** Eight hexadecimal digits of a 32-bit word. */
export function hexWord(word: number): string {
  return hexByte(word >>> 24) + hexByte(word >>> 16) + hexByte(word >>> 8) + hexByte(word);
}

function hexByte(word: number): string {
  return BYTES[word & 0xff] ?? '';
}

/** A 32-bit word that looks like chance; different words stay different (the finisher of MurmurHash3). */
export function scatter(word: number): number {
  let mixed = word | 0;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
