import type { Bytes } from '@oriel/core';
import type { PartReader, PartWriter } from './saved-parts.ts';
import { stringBytes } from './string-bytes.ts';

/** An entry of a `Map` and of a list, measured in V8 with 64-bit pointers. */
const ENTRY_BYTES = 8 + 48;

/**
 * Values by small numbers, so that a column holds the number: each value is kept once however many rows have it, and a
 * question about it is answered once. Code 0 is `null`.
 *
 * @example
 * const models = new Dictionary<string>((model) => model);
 * models.codeOf('gpt-4o'); // 1
 */
export class Dictionary<Value> {
  readonly #codes = new Map<string, number>();
  readonly #values: (Value | null)[] = [null];
  readonly #keyOf: (value: Value) => string;
  #textBytes = 0;

  /** `keyOf` is a text that is equal for equal values. */
  constructor(keyOf: (value: Value) => string, known: readonly Value[] = []) {
    this.#keyOf = keyOf;
    for (const value of known) this.codeOf(value);
  }

  /** The code of a value, a new one if nobody had it before. */
  codeOf(value: Value | null): number {
    if (value === null) return 0;
    const key = this.#keyOf(value);
    const known = this.#codes.get(key);
    if (known !== undefined) return known;
    const code = this.#values.push(value) - 1;
    this.#codes.set(key, code);
    this.#textBytes += stringBytes(key);
    return code;
  }

  /** `undefined` when no row ever had the value. */
  find(value: Value): number | undefined {
    return this.#codes.get(this.#keyOf(value));
  }

  valueOf(code: number): Value | null {
    return this.#values[code] ?? null;
  }

  /** Codes are below this. */
  get size(): number {
    return this.#values.length;
  }

  save(parts: PartWriter): void {
    parts.list('values', this.#values.slice(1));
  }

  load(parts: PartReader): void {
    for (const value of parts.json('values') as Value[]) this.codeOf(value);
  }

  get memoryUsage(): Bytes {
    return this.#textBytes + this.#values.length * ENTRY_BYTES;
  }
}

/** A dictionary of texts. */
export function textDictionary<Text extends string = string>(known: readonly Text[] = []): Dictionary<Text> {
  return new Dictionary<Text>((text) => text, known);
}

/** A dictionary of JSON values, shared where their texts are equal. */
export function jsonDictionary<Value>(): Dictionary<Value> {
  return new Dictionary<Value>((value) => JSON.stringify(value));
}
