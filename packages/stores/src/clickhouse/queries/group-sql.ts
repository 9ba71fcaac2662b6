import type { GroupOrder, GroupValue, Measure } from '@oriel/core';
import { untagScalar } from '../records/metadata-paths.ts';
import { unitOrder } from '../sql/expressions.ts';
import { isMissing, numberOf, taggedValues } from '../sql/field-sql.ts';
import type { FieldSql } from '../sql/field-sql.ts';

/** Stands for a record without a value among the tagged values of a dimension. */
const NOTHING = '~';

/** The values of a dimension, each a group that the record is in. */
export function dimensionSql(field: FieldSql): string {
  if (field.type === 'boolean') return taggedValues(field);
  return `if(${isMissing(field)}, ['${NOTHING}'], arrayDistinct(${taggedValues(field)}))`;
}

export function readGroupValue(tagged: string): GroupValue {
  return tagged === NOTHING ? null : untagScalar(tagged);
}

/** What is tagged for a group value, as {@link dimensionSql} does; `tagged` is what came from there. */
export function groupOrderBy(name: string, direction: 'asc' | 'desc'): string {
  const way = direction === 'asc' ? 'ASC' : 'DESC';
  const isText = `startsWith(${name}, '"')`;
  return [
    `${name} = '${NOTHING}'`,
    `multiIf(${isText}, 2, ${name} IN ('true', 'false'), 1, 0) ${way}`,
    `multiIf(${isText}, 0, ${name} = 'true', 1, ${name} = 'false', 0, ifNull(toFloat64OrNull(${name}), 0)) ${way}`,
    `if(${isText}, ${unitOrder(name)}, '') ${way}`,
  ].join(', ');
}

/** Which group comes first, as core's `compareGroups`. */
export function groupsOrderBy(
  measures: readonly Measure[],
  dimensions: readonly string[],
  order: GroupOrder | undefined,
): string {
  const first = measures.findIndex(({ aggregate }) => aggregate !== 'histogram');
  const { direction, by } = order ?? {
    by: first < 0 ? 'group' : 'measure',
    direction: first < 0 ? 'asc' : 'desc',
  };
  if (by === 'group') return dimensions.map((name) => groupOrderBy(name, direction)).join(', ');
  const measure = `m${order?.by === 'measure' ? order.measure : first}`;
  const way = direction === 'asc' ? 'ASC' : 'DESC';
  return [
    `isNull(${measure})`,
    `${measure} ${way}`,
    ...dimensions.map((name) => groupOrderBy(name, 'asc')),
  ].join(', ');
}

/** A field's numbers, for a measure. */
export function measuredNumber(field: FieldSql): string {
  return `toFloat64(${numberOf(field)})`;
}
