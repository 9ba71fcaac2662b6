import type { JsonValue } from '@oriel/core';

type Holder = Record<string | number, JsonValue>;

/**
 * The value of JSON text. Numbers too large for a double, which `JSON.parse` makes `Infinity`, become text as OTLP
 * spells it: JSON has no such number, and would lose it on its way to a store.
 *
 * @throws SyntaxError - the text is no JSON.
 */
export function parseJson(text: string): JsonValue {
  return withoutInfinities(JSON.parse(text) as JsonValue);
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
