import { MAX_ID_LENGTH, isJsonObject } from '@oriel/core';
import type { EpochMs, JsonObject, JsonValue } from '@oriel/core';
import { parseIsoTime } from '../time/iso-time.ts';

type Maybe<Value> = Value | null | undefined;

/**
 * Reads the fields of one object, each as what it must be, and remembers the first that is something else. Only
 * fields that are asked for are ever taken: clients send their own configuration along, credentials included.
 */
export class FieldReader {
  /** What is wrong, what it cost and what to do; `null` while all is well. */
  problem: string | null = null;
  readonly #fields: JsonObject;
  readonly #prefix: string;
  readonly #advice: string;

  /**
   * @param prefix - where the object is, for messages: `body.`
   * @param advice - what a wrong field costs, and what to do about it.
   */
  constructor(
    fields: JsonObject,
    prefix: string,
    advice = 'so the event was left out. Correct that field and send the event again.',
  ) {
    this.#fields = fields;
    this.#prefix = prefix;
    this.#advice = advice;
  }

  /** Any value as it came. */
  value(name: string): JsonValue | undefined {
    return Object.hasOwn(this.#fields, name) ? this.#fields[name] : undefined;
  }

  text(name: string, maxLength = Infinity): Maybe<string> {
    const value = this.value(name);
    if (value === undefined || value === null) return value;
    if (typeof value === 'string' && value.length <= maxLength) return value;
    return this.refuse(
      name,
      maxLength === Infinity ? 'a string' : `a string of at most ${maxLength} characters`,
    );
  }

  /** An id; an empty one is none. */
  id(name: string): Maybe<string> {
    const value = this.value(name);
    if (value === undefined || value === null || value === '') return undefined;
    if (typeof value === 'string' && value.length <= MAX_ID_LENGTH && !value.includes('\r')) return value;
    return this.refuse(name, `a string of 1 to ${MAX_ID_LENGTH} characters without a carriage return`);
  }

  time(name: string): EpochMs | undefined {
    const value = this.value(name);
    if (value === undefined || value === null) return undefined;
    const time = typeof value === 'string' ? parseIsoTime(value) : null;
    return (
      time ?? this.refuse(name, 'an ISO-8601 time with Z or an offset, such as 2025-01-31T12:00:00.000Z')
    );
  }

  flag(name: string): boolean | undefined {
    const value = this.value(name);
    if (value === undefined || value === null) return undefined;
    return typeof value === 'boolean' ? value : this.refuse(name, 'true or false');
  }

  integer(name: string): number | undefined {
    const value = this.value(name);
    if (value === undefined || value === null) return undefined;
    return Number.isInteger(value) ? (value as number) : this.refuse(name, 'an integer');
  }

  texts(name: string): readonly string[] | undefined {
    const value = this.value(name);
    if (value === undefined || value === null) return undefined;
    const isList = Array.isArray(value) && value.every((item) => typeof item === 'string');
    return isList ? value : this.refuse(name, 'a list of strings');
  }

  object(name: string): JsonObject | undefined {
    const value = this.value(name);
    if (value === undefined || value === null) return undefined;
    return isJsonObject(value) ? value : this.refuse(name, 'an object');
  }

  oneOf<Choice extends string>(name: string, choices: readonly Choice[]): Maybe<Choice> {
    const value = this.value(name);
    if (value === undefined || value === null) return value;
    return choices.find((choice) => choice === value) ?? this.refuse(name, `one of ${choices.join(', ')}`);
  }

  /** Remembers that a field is not what it must be. */
  refuse(name: string, expected: string): undefined {
    this.problem ??= `\`${this.#prefix}${name}\` is ${preview(this.value(name))}, not ${expected}, ${this.#advice}`;
    return undefined;
  }
}

/** Enough of a value to recognise it; never the inside of an object. */
function preview(value: JsonValue | undefined): string {
  if (value === undefined) return 'missing';
  if (Array.isArray(value)) return 'a list';
  if (isJsonObject(value)) return 'an object';
  const text = JSON.stringify(value);
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
