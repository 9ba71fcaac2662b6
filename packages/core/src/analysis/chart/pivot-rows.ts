import type { AggregateAnswer, AggregateRow } from '../../query/aggregate/aggregate-query.ts';
import { chartGroup } from './chart-groups.ts';
import type { ChartGroup } from './chart-groups.ts';

/** A row of a table of groups. */
export interface PivotRow extends ChartGroup {
  /** A group by all dimensions, all groups that share their first dimension, or everything. */
  readonly kind: 'group' | 'subtotal' | 'total';
  /** One for each measure; `null` where there was nothing to compute it of. */
  readonly values: readonly (number | null)[];
}

/**
 * Arranges an answer as a table. With subtotals, groups with the same first dimension stand together, below theirs.
 *
 * Subtotals are answers of their own (the same question with fewer dimensions): the p95 of a whole is not the sum of
 * the p95s of its parts.
 *
 *     gpt-5         120   $4.20     subtotal
 *       production  100   $4.00     group
 *       staging      20   $0.20     group
 *     Total         120   $4.20     total
 */
export function pivotRows(
  answer: AggregateAnswer,
  subtotals?: AggregateAnswer,
  total?: AggregateAnswer,
): readonly PivotRow[] {
  const groups = answer.rows.map((row) => pivotRow(row, 'group'));
  const end = total?.rows.map((row) => pivotRow(row, 'total')) ?? [];
  if (!subtotals) return [...groups, ...end];
  const open = new Set(groups);
  const arranged = subtotals.rows
    .filter(({ isRest }) => !isRest)
    .flatMap((row) => {
      const below = groups.filter((group) => !group.isRest && Object.is(group.group[0], row.group[0]));
      for (const group of below) open.delete(group);
      return below.length === 0 ? [] : [pivotRow(row, 'subtotal'), ...below];
    });
  return [...arranged, ...open, ...end];
}

function pivotRow(row: AggregateRow, kind: PivotRow['kind']): PivotRow {
  return {
    ...chartGroup(row),
    kind,
    values: row.values.map((value) => (typeof value === 'number' ? value : null)),
  };
}
