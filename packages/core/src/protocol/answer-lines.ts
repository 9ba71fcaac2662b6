import type { JsonValue } from '../model/json.ts';
import { isJsonObject } from '../model/json.ts';

/**
 * A big answer as lines of JSON, so that neither side ever holds all of its text, and a page that reads it does a little
 * at a time:
 *
 *     {"value":{"trace":{…},"observations":[],"scores":[…]}}    everything but the list that grows
 *     {"items":[{…},{…},…]}                                     some of that list, any number of times
 *     {"end":true}                                              an answer without it was cut off
 */
const LINE_LENGTH = 64 * 1024;

/** The list that grows with what was stored, of the methods whose answers are sent in lines. */
export const GROWING_LISTS: Readonly<Record<string, string>> = {
  readTrace: 'observations',
  readPayloads: 'observations',
  aggregate: 'rows',
};

/** The lines of an answer, one by one, each with its line break. */
export function* answerLines(value: unknown, list: string): Generator<string, undefined> {
  const items = isGrowing(value, list) ? value[list] : [];
  yield `${JSON.stringify({ value: isGrowing(value, list) ? { ...value, [list]: [] } : value })}\n`;
  let line = '';
  for (const item of items ?? []) {
    line += `${line === '' ? '' : ','}${JSON.stringify(item)}`;
    if (line.length < LINE_LENGTH) continue;
    yield `{"items":[${line}]}\n`;
    line = '';
  }
  if (line !== '') yield `{"items":[${line}]}\n`;
  yield '{"end":true}\n';
  return undefined;
}

function isGrowing(value: unknown, list: string): value is Readonly<Record<string, readonly unknown[]>> {
  return typeof value === 'object' && value !== null && Array.isArray(Reflect.get(value, list));
}

/** Puts the lines of an answer together again. */
export class AnswerReader {
  readonly #list: string;
  #value: JsonValue = null;
  readonly #items: JsonValue[] = [];
  /** The end has been read: the answer is whole. */
  isWhole = false;

  constructor(list: string) {
    this.#list = list;
  }

  /** @returns whether it was a line of an answer. */
  add(line: string): boolean {
    const json = parse(line);
    if (!isJsonObject(json)) return false;
    if (Array.isArray(json['items'])) {
      for (const item of json['items'] as readonly JsonValue[]) this.#items.push(item);
    } else if (json['end'] === true) this.isWhole = true;
    else if (json['value'] !== undefined) this.#value = json['value'];
    return true;
  }

  /** The answer, once it is whole. */
  value(): JsonValue {
    return isJsonObject(this.#value) ? { ...this.#value, [this.#list]: this.#items } : this.#value;
  }
}

function parse(line: string): JsonValue {
  try {
    return JSON.parse(line) as JsonValue;
  } catch {
    return null;
  }
}
