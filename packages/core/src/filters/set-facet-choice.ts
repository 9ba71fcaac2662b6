import type { Filter } from '../query/filter.ts';
import { filterTextParts } from '../query/text/filter-text-parts.ts';
import type { FilterTextPart } from '../query/text/filter-text-parts.ts';
import { parseFilterText } from '../query/text/parse-filter-text.ts';
import { printFilterText } from '../query/text/print-filter-text.ts';
import type { View } from '../query/view-record.ts';
import { EMPTY_CHOICE, isChoiceOf } from './facet-choice.ts';
import type { FacetChoice } from './facet-choice.ts';

/**
 * A filter text that picks of a field what is chosen, and says everything else as the person typed it.
 *
 * ```
 *   rate limit level:ERROR name:*chat*      level: ERROR, WARNING
 *   rate limit level:(ERROR OR WARNING) name:*chat*
 * ```
 *
 * Sides of an OR are put in parentheses. A text with mistakes stays one, with the choice before it.
 */
export function setFacetChoice(text: string, view: View, field: string, choice: FacetChoice): string {
  const parts = filterTextParts(text, view);
  const words = choiceWords(choice, view, field);
  const hasMistakes = parseFilterText(text, view).errors.length > 0;
  if (parts === null) {
    if (words === '') return text;
    return hasMistakes ? `${words} (${text.trim()})` : `(${text.trim()}) ${words}`;
  }
  const first = parts.findIndex(({ filter }) => isChoiceOf(filter, view, field));
  // Behind a minus or an open quote it would be read as a part of that.
  const place = first >= 0 ? first : hasMistakes ? 0 : parts.length;
  const kept = (part: FilterTextPart) => !isChoiceOf(part.filter, view, field);
  return joinParts(text, parts.slice(0, place).filter(kept), words, parts.slice(place).filter(kept));
}

/** A filter text without what was chosen of the fields. */
export function clearFacetChoices(text: string, view: View, fields: readonly string[]): string {
  return fields.reduce((rest, field) => setFacetChoice(rest, view, field, EMPTY_CHOICE), text);
}

function choiceWords(choice: FacetChoice, view: View, field: string): string {
  const { values, excluded, min, max, isMissing } = choice;
  const conditions: Filter[] = [
    ...(values.length > 0 ? [listed(field, values)] : []),
    ...(excluded.length > 0 ? [leftOut(field, excluded)] : []),
    ...(min === null ? [] : [{ field, op: '>=', value: min } as const]),
    ...(max === null ? [] : [{ field, op: '<=', value: max } as const]),
    ...(isMissing ? [{ field, op: 'is-null' } as const] : []),
  ];
  return conditions
    .map((condition) => printFilterText(condition, view))
    .filter((words) => words !== null)
    .join(' ');
}

function listed(field: string, values: FacetChoice['values']): Filter {
  const [only] = values;
  return values.length === 1 && only !== undefined
    ? { field, op: '=', value: only }
    : { field, op: 'any-of', value: values };
}

function leftOut(field: string, values: FacetChoice['excluded']): Filter {
  const [only] = values;
  return values.length === 1 && only !== undefined
    ? { field, op: '!=', value: only }
    : { field, op: 'none-of', value: values };
}

function joinParts(
  text: string,
  before: readonly FilterTextPart[],
  words: string,
  after: readonly FilterTextPart[],
): string {
  const pieces = [
    ...before.map((part) => pieceOf(text, part)),
    ...(words === '' ? [] : [{ words, isPhrase: false }]),
    ...after.map((part) => pieceOf(text, part)),
  ];
  return pieces.reduce((joined, piece, index) => {
    // Two phrases side by side would be read as one.
    const joint = piece.isPhrase && pieces[index - 1]?.isPhrase ? ' AND ' : index === 0 ? '' : ' ';
    return joined + joint + piece.words;
  }, '');
}

function pieceOf(text: string, { start, end, filter }: FilterTextPart) {
  const words = text.slice(start, end);
  return { words, isPhrase: 'search' in filter && !words.startsWith('"') };
}
