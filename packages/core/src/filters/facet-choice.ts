import type { Filter } from '../query/filter.ts';
import { findField } from '../query/fields/view-fields.ts';
import { filterTextParts } from '../query/text/filter-text-parts.ts';
import type { View } from '../query/view-record.ts';

export type FacetScalar = string | number | boolean;

/** What somebody picked of one field. Empty means that the field does not matter. */
export interface FacetChoice {
  /** Some of these; empty: whatever. */
  readonly values: readonly FacetScalar[];
  /** None of these. */
  readonly excluded: readonly FacetScalar[];
  /** At least this, in the field's unit; `null`: whatever. */
  readonly min: number | null;
  /** At most this. */
  readonly max: number | null;
  /** Only records without a value. */
  readonly isMissing: boolean;
}

export const EMPTY_CHOICE: FacetChoice = { values: [], excluded: [], min: null, max: null, isMissing: false };

/** A choice is empty when it leaves nothing out. */
export function isEmptyChoice({ values, excluded, min, max, isMissing }: FacetChoice): boolean {
  return values.length === 0 && excluded.length === 0 && min === null && max === null && !isMissing;
}

/**
 * What a filter text picks of a field, as far as a list of values or a range can show it: `level:(ERROR OR WARNING)`,
 * `-env:dev`, `latency:>=2s`, `-has:userId`. Other conditions, such as `name:*chat*` and sides of an OR, are left to
 * the text.
 */
export function facetChoice(text: string, view: View, field: string): FacetChoice {
  const conditions = (filterTextParts(text, view) ?? [])
    .map(({ filter }) => filter)
    .filter((filter) => isChoiceOf(filter, view, field));
  const isList = findField(view, field)?.type === 'texts';
  return conditions.reduce((choice, filter) => add(choice, filter, isList), EMPTY_CHOICE);
}

/** Whether a condition says what a choice of the field can say. */
export function isChoiceOf(filter: Filter, view: View, field: string): boolean {
  if (!('op' in filter) || filter.field !== field) return false;
  switch (filter.op) {
    case '=':
    case '!=':
    case 'any-of':
    case 'none-of':
    case 'is-null':
      return true;
    case '<':
    case '<=':
    case '>':
    case '>=':
      return typeof filter.value === 'number' && findField(view, field) !== null;
    case 'all-of':
    case 'contains':
    case 'ends-with':
    case 'is-not-null':
    case 'not-contains':
    case 'starts-with':
      break;
  }
  return false;
}

function add(choice: FacetChoice, filter: Filter, isList: boolean): FacetChoice {
  if (!('op' in filter)) return choice;
  switch (filter.op) {
    case '=':
      return { ...choice, values: both(choice.values, [filter.value], isList) };
    case 'any-of':
      return { ...choice, values: both(choice.values, filter.value, isList) };
    case '!=':
      return { ...choice, excluded: [...new Set([...choice.excluded, filter.value])] };
    case 'none-of':
      return { ...choice, excluded: [...new Set([...choice.excluded, ...filter.value])] };
    case '>':
    case '>=':
      return { ...choice, min: Math.max(choice.min ?? -Infinity, Number(filter.value)) };
    case '<':
    case '<=':
      return { ...choice, max: Math.min(choice.max ?? Infinity, Number(filter.value)) };
    case 'is-null':
      return { ...choice, isMissing: true };
    case 'all-of':
    case 'contains':
    case 'ends-with':
    case 'is-not-null':
    case 'not-contains':
    case 'starts-with':
      break;
  }
  return choice;
}

/** What is in both; of lists such as tags, which may meet either in a way of its own, the first alone. */
function both(
  one: readonly FacetScalar[],
  other: readonly FacetScalar[],
  isList: boolean,
): readonly FacetScalar[] {
  if (one.length === 0) return [...new Set(other)];
  return isList ? one : one.filter((value) => other.includes(value));
}
