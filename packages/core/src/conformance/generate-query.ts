import type { Comparison, Filter } from '../query/filter.ts';
import { VIEW_FIELDS } from '../query/fields.ts';
import type { PageQuery } from '../query/page.ts';
import type { View } from '../query/view-record.ts';

type Scalar = string | number | boolean;

const TEXT_OPS = ['contains', 'not-contains', 'starts-with', 'ends-with'] as const;
const LIST_OPS = ['any-of', 'all-of', 'none-of'] as const;
const ORDER_OPS = ['<', '<=', '>', '>='] as const;
const EXTRA_FIELDS = [
  'metadata.region',
  'metadata.plan.tier',
  'metadata.plan',
  'metadata.list',
  'metadata.a.b',
];
const EXTRA_VALUES: readonly Scalar[] = ['eu', 7, true, 1, 'p', 'x', 0.5, 'good', '', 'CHECK', '%', '_'];

/** A filter and an order of a view, with values that occur in its items as often as not. */
export function generateQuery(view: View, items: readonly object[], random: () => number): PageQuery {
  const below = (count: number) => Math.floor(random() * count);
  const pick = <Item>(from: readonly Item[]) => from[below(from.length)] as Item;
  const fields = Object.keys(VIEW_FIELDS[view]);
  const anyField = () =>
    random() < 0.25 ? pick([...EXTRA_FIELDS, 'scores.quality', 'scores.verdict']) : pick(fields);

  function valueFor(field: string): Scalar {
    const read = VIEW_FIELDS[view][field] as ((item: object) => unknown) | undefined;
    const value = read && items.length > 0 && random() < 0.85 ? read(pick(items)) : pick(EXTRA_VALUES);
    const scalar: unknown = Array.isArray(value) ? (value[0] as unknown) : value;
    return scalar === null || scalar === undefined ? pick(EXTRA_VALUES) : (scalar as Scalar);
  }

  function comparison(): Comparison {
    const field = anyField();
    const value = valueFor(field);
    switch (below(6)) {
      case 0:
        return { field, op: pick(['is-null', 'is-not-null'] as const) };
      case 1:
        return { field, op: pick(['=', '!='] as const), value };
      case 2:
        return {
          field,
          op: pick(TEXT_OPS),
          value: String(value)
            .slice(0, 1 + below(6))
            .toUpperCase(),
        };
      case 3:
        return { field, op: pick(LIST_OPS), value: Array.from({ length: below(4) }, () => valueFor(field)) };
      default:
        return { field, op: pick(ORDER_OPS), value: typeof value === 'boolean' ? 1 : value };
    }
  }

  function filter(depth: number): Filter {
    const parts = () => Array.from({ length: below(4) }, () => filter(depth - 1));
    const kind = depth === 0 ? 9 : below(9);
    if (kind === 0) return { and: parts() };
    if (kind <= 2) return { or: parts() };
    if (kind === 3) return { not: filter(depth - 1) };
    return comparison();
  }

  return {
    ...(random() < 0.9 ? { filter: filter(2) } : {}),
    ...(random() < 0.7 ? { order: { field: pick(fields), direction: pick(['asc', 'desc'] as const) } } : {}),
  };
}
