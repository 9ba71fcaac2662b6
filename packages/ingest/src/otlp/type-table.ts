import type { ObservationType } from '@oriel/core';
import type { SpanSource } from './span-source.ts';

/** The type that a word stands for; nothing for words that are not in the table. */
export function typeBy(
  word: SpanSource<string>,
  types: Readonly<Record<string, ObservationType>>,
): SpanSource<ObservationType> {
  const table = new Map(Object.entries(types));
  return (span, group) => {
    const said = word(span, group);
    return said === undefined ? undefined : table.get(said);
  };
}
