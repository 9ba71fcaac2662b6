import type { Filter, View } from '@oriel/core';
import type { RowReader } from '../records/row-reader.ts';
import { sessionRows, userRows } from '../views/group-rows.ts';
import { observationRows } from '../views/observation-rows.ts';
import { scoreRows } from '../views/score-rows.ts';
import type { Selections } from '../views/selections.ts';
import { traceRows } from '../views/trace-rows.ts';
import type { Rows } from '../views/view-column.ts';
import type { ViewRows } from '../views/view-rows.ts';

/**
 * A view as rows; with `within`, as if the store held only the traces that meet it: scores without a trace are left out
 * then, and sessions and users are made of these traces alone. Traces have to be summed up.
 *
 * @throws PatchesNeeded
 */
export function viewOf<V extends View>(
  reader: RowReader,
  selections: Selections,
  view: V,
  within: Filter | undefined,
): ViewRows<V> {
  const { traces, observations, scores } = reader.tables;
  const every = traceRows(reader, traces.rows.inUse);
  const kept = selections.select(every, undefined, within);
  const isAll = within === undefined;
  const isKept = () => marks(kept);

  const views: { readonly [W in View]: () => ViewRows<W> } = {
    traces: () => traceRows(reader, kept),
    observations() {
      const all = observations.rows.inUse;
      if (isAll) return observationRows(reader, all);
      const ofKept = selections.keep(['observations', within], () => {
        const mark = isKept();
        return all.filter((row) => mark[observations.trace.get(row) - 1] === 1);
      });
      return observationRows(reader, ofKept);
    },
    sessions: () => sessionRows(reader, kept, scores.inOrder(keptScores())),
    users: () => userRows(reader, kept),
    scores: () => scoreRows(reader, keptScores()),
  };

  function keptScores(): Rows {
    if (isAll) return scores.rows.inUse;
    return Uint32Array.from(Array.from(kept, (row) => scores.rowsOfTrace(row)).flat()).toSorted();
  }

  return views[view]();
}

/** 1 at each of the rows. */
function marks(rows: Rows): Uint8Array {
  const marked = new Uint8Array(1 + (rows.at(-1) ?? -1));
  for (const row of rows) marked[row] = 1;
  return marked;
}
