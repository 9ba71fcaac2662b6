import type { EpochMs } from '@oriel/core';
import { Refusal } from './refusal.ts';

/** Reads the query of a URL. What is there and wrong is refused: an answer to another question helps nobody. */
export class QueryReader {
  readonly #query: URLSearchParams;

  constructor(url: URL) {
    this.#query = url.searchParams;
  }

  /** `undefined` when it is absent; an empty text is there. */
  text(name: string): string | undefined {
    return this.#query.get(name) ?? undefined;
  }

  /** Every value of a parameter that may stand several times, also as `name[]`. */
  texts(name: string): readonly string[] {
    return [...this.#query.getAll(name), ...this.#query.getAll(`${name}[]`)];
  }

  /** The members of a list that is joined with commas. */
  list(name: string): readonly string[] {
    return this.texts(name)
      .flatMap((value) => value.split(','))
      .map((value) => value.trim())
      .filter((value) => value !== '');
  }

  /** @throws Refusal 400 - no whole number in the range. */
  integer(name: string, range: { readonly min: number; readonly max: number }): number | undefined {
    const value = this.number(name);
    if (value === undefined || (Number.isInteger(value) && value >= range.min && value <= range.max))
      return value;
    throw bad(name, `a whole number from ${range.min} to ${range.max}`);
  }

  /** @throws Refusal 400 - no number. */
  number(name: string): number | undefined {
    const text = this.text(name);
    if (text === undefined) return undefined;
    const value = Number(text);
    if (text.trim() === '' || !Number.isFinite(value)) throw bad(name, 'a number');
    return value;
  }

  /** @throws Refusal 400 - no ISO time. */
  time(name: string): EpochMs | undefined {
    const text = this.text(name);
    if (text === undefined) return undefined;
    const value = Date.parse(text);
    if (Number.isNaN(value)) throw bad(name, 'a time as 2026-01-31T12:00:00Z');
    return value;
  }

  /** @throws Refusal 400 - neither `true` nor `false`. */
  flag(name: string): boolean | undefined {
    const text = this.text(name);
    if (text === undefined) return undefined;
    if (text !== 'true' && text !== 'false') throw bad(name, '`true` or `false`');
    return text === 'true';
  }

  /** One of some words; `undefined` when it is absent. @throws Refusal 400 */
  oneOf<Word extends string>(name: string, words: readonly Word[]): Word | undefined {
    const text = this.text(name);
    if (text === undefined) return undefined;
    const word = words.find((candidate) => candidate === text);
    if (word === undefined) throw bad(name, `one of ${words.join(', ')}`);
    return word;
  }

  /** The parameter as JSON. @throws Refusal 400 */
  json(name: string): unknown {
    const text = this.text(name);
    if (text === undefined || text === '') return undefined;
    try {
      return JSON.parse(text) as unknown;
    } catch {
      throw bad(name, 'JSON');
    }
  }
}

function bad(name: string, expected: string): Refusal {
  return new Refusal(
    400,
    `The parameter \`${name}\` is not ${expected}, so the request was not answered. Correct it.`,
  );
}
