import type { ObservationLevel, ObservationType, ScoreDataType, ScoreSource } from '@oriel/core';
import type { BaseMessages } from './base-messages.ts';

/** What a value of a field is called where the field has values of its own, such as `WARNING`; other values as they are. */
export function valueWord(field: string | undefined, value: string, messages: BaseMessages): string {
  const words = wordsOf(field, messages);
  return words && Object.hasOwn(words, value) ? (words[value] ?? value) : value;
}

function wordsOf(
  field: string | undefined,
  { levels, types, scoreSources, scoreDataTypes }: BaseMessages,
): Readonly<Record<string, string>> | undefined {
  if (field === 'level') return levels satisfies Record<ObservationLevel, string>;
  if (field === 'type') return types satisfies Record<ObservationType, string>;
  if (field === 'source') return scoreSources satisfies Record<ScoreSource, string>;
  if (field === 'dataType') return scoreDataTypes satisfies Record<ScoreDataType, string>;
  return undefined;
}
