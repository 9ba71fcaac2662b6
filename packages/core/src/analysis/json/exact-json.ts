import type { JsonValue } from '../../model/json.ts';

/** Digits that a double may not hold, wherever they stand. */
const MAY_LOSE_DIGITS = /\d{16}|\d\.\d{15}|[eE][+-]?\d{3}/;

/** How numbers were written, by the container that holds them: a double would lose digits of these. */
const written = new WeakMap<object, Map<string, string>>();

type Reviver = (this: object, key: string, value: JsonValue, context?: { source?: string }) => JsonValue;

/**
 * The value of JSON text. Numbers that a double cannot hold, such as ids beyond 2^53, are rounded as ever, and
 * `exactNumber` still knows how they were written, in engines that tell (`JSON.parse` with source text).
 *
 * @throws SyntaxError - the text is no JSON.
 */
export function parseExactJson(text: string): JsonValue {
  if (!MAY_LOSE_DIGITS.test(text)) return JSON.parse(text) as JsonValue;
  const reviver: Reviver = function revive(key, value, context) {
    const source = context?.source;
    if (typeof value === 'number' && source !== undefined && source !== String(value)) {
      if (!isSameNumber(source, value)) remember(this, key, source);
    }
    return value;
  };
  return JSON.parse(text, reviver as (this: unknown, key: string, value: unknown) => unknown) as JsonValue;
}

/** How the number under this key was written, where its digits say more than the double; else `undefined`. */
export function exactNumber(container: JsonValue, key: string): string | undefined {
  return typeof container === 'object' && container !== null ? written.get(container)?.get(key) : undefined;
}

function remember(holder: object, key: string, source: string): void {
  let numbers = written.get(holder);
  if (!numbers) {
    numbers = new Map();
    written.set(holder, numbers);
  }
  numbers.set(key, source);
}

/** `1.50` and `1e3` are other ways to write what a double holds exactly; longer digits are not. */
function isSameNumber(source: string, value: number): boolean {
  return digitsOf(source) === digitsOf(String(value));
}

/** Its digits without zeros at either end: the point and the exponent only move them. */
function digitsOf(text: string): string {
  const mantissa = text.replace(/[eE].*$/, '').replace(/[-.]/g, '');
  return mantissa.replace(/^0+/, '').replace(/0+$/, '');
}

/** JSON text of an object or a list as its value; any other text as it is. */
export function parseContainer(text: string): JsonValue {
  const first = text.trimStart()[0];
  if (first !== '{' && first !== '[') return text;
  try {
    return parseExactJson(text);
  } catch {
    return text;
  }
}
