import type { Field } from '../query/fields/field.ts';
import { findField, VIEW_FIELDS } from '../query/fields/view-fields.ts';
import { SEARCH_PARTS } from '../query/filter.ts';
import type { Comparison, Filter } from '../query/filter.ts';
import { listOf } from '../query/matches.ts';
import { searchTexts } from '../query/search-texts.ts';
import type { StoreContents } from '../query/store-contents.ts';
import { viewRecords } from '../query/view-records.ts';
import type { View } from '../query/view-record.ts';
import { chooser } from './chooser.ts';

type Scalar = string | number | boolean;

const TEXT_OPS = ['contains', 'not-contains', 'starts-with', 'ends-with'] as const;
const LIST_OPS = ['any-of', 'all-of', 'none-of'] as const;
const ORDER_OPS = ['<', '<=', '>', '>='] as const;
const MEMBER_FIELDS = [
  'metadata.region',
  'metadata.plan.tier',
  'metadata.plan',
  'metadata.list',
  'metadata.a.b',
  'metadata.step',
  'scores.quality',
  'scores.verdict',
  'usage.input',
  'usage.output_reasoning',
  'cost.total',
];
const OTHER_VALUES: readonly Scalar[] = ['eu', 7, true, 1, 'p', 'x', 0.5, 'good', '', 'CHECK', '%', '_'];

/** Every field of a view, and the members that the traffic has values for. */
export function fieldNames(view: View): string[] {
  return [...Object.keys(VIEW_FIELDS[view]), ...MEMBER_FIELDS.filter((name) => findField(view, name))];
}

/** Makes filters of a view, with values that occur in its records as often as not. */
export function filterGenerator(view: View, contents: StoreContents, random: () => number): () => Filter {
  const { below, pick, isLikely } = chooser(random);
  const records = viewRecords(view, contents);
  const fields = Object.keys(VIEW_FIELDS[view]);
  const members = MEMBER_FIELDS.filter((name) => findField(view, name));

  /** A value that the field has in some record; else, and now and then, any other. */
  function valueFor(name: string): Scalar {
    const field: Field<never> | null = findField(view, name);
    const drawn = isLikely(0.9)
      ? Array.from({ length: Math.min(4, records.length) }, () => pick(records))
      : [];
    const values = drawn.flatMap((record) => listOf(field?.read(record as never) ?? null));
    return values[0] ?? pick(OTHER_VALUES);
  }

  /** A few characters from anywhere in a text, in capitals as often as not. */
  function part(text: string): string {
    const start = below(text.length);
    const slice = text.slice(start, start + 1 + below(6));
    return isLikely(0.5) ? slice.toUpperCase() : slice;
  }

  function search(): Filter {
    const where = SEARCH_PARTS.filter(() => isLikely(0.5));
    const texts = records.length > 0 ? searchTexts(view, pick(records) as never, pick(SEARCH_PARTS)) : [];
    const text = texts.length > 0 && isLikely(0.85) ? part(pick(texts)) : String(pick(OTHER_VALUES));
    return isLikely(0.5) ? { search: text } : { search: text, in: where };
  }

  function comparison(): Comparison {
    const field = isLikely(0.25) ? pick(members) : pick(fields);
    const value = valueFor(field);
    switch (below(6)) {
      case 0:
        return { field, op: pick(['is-null', 'is-not-null'] as const) };
      case 1:
        return { field, op: pick(['=', '!='] as const), value };
      case 2:
        return { field, op: pick(TEXT_OPS), value: isLikely(0.5) ? part(String(value)) : String(value) };
      case 3:
        return {
          field,
          op: pick(LIST_OPS),
          value: Array.from({ length: isLikely(0.1) ? 0 : 1 + below(4) }, () => valueFor(field)),
        };
      default:
        return { field, op: pick(ORDER_OPS), value: typeof value === 'boolean' ? 1 : value };
    }
  }

  function filter(depth: number): Filter {
    const parts = () => Array.from({ length: isLikely(0.1) ? 0 : 1 + below(3) }, () => filter(depth - 1));
    const kind = depth === 0 ? 4 + below(5) : below(9);
    if (kind === 0) return { and: parts() };
    if (kind <= 2) return { or: parts() };
    if (kind === 3) return { not: filter(depth - 1) };
    return kind === 4 ? search() : comparison();
  }

  return () => filter(below(3));
}
