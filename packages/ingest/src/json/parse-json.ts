import type { JsonValue } from '@oriel/core';

type Holder = Record<string | number, JsonValue>;

/**
 * How a number looks that may be too large for a double, wherever one can stand. It may also be part of a string, which
 * only costs a look at the values.
 */
const MAY_BE_TOO_LARGE = /(?:^|[\s:,[-])\d(?:[\d.]*[eE]\+?\d{3}|\d{200})/;

/**
 * The value of JSON text. Numbers too large for a double, which `JSON.parse` makes `Infinity`, become text as OTLP
 * spells it: JSON has no such number, and would lose it on its way to a store.
 *
 * @param hasLargeNumbers - whether there may be any, for callers that know. Default: the text is searched for them.
 * @throws SyntaxError - the text is no JSON.
 */
export function parseJson(text: string, hasLargeNumbers = MAY_BE_TOO_LARGE.test(text)): JsonValue {
  const value = JSON.parse(text) as JsonValue;
  return hasLargeNumbers ? withoutInfinities(value) : value;
}

function withoutInfinities(value: JsonValue): JsonValue {
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  if (typeof value !== 'object' || value === null) return value;
  // Nobody else has the value yet, so it may still be changed.
  const holder = value as Holder;
  for (const key of Object.keys(holder)) {
    const member = holder[key] ?? null;
    const finite = withoutInfinities(member);
    if (finite !== member) holder[key] = finite;
  }
  return value;
}
