/** More rows than this are never printed at once: some thirty pages, laid out before the print dialog opens. */
export const MAX_PRINTED_ROWS = 1_000;

/** Rows of a list that go on paper. */
export interface PrintedRows {
  readonly first: number;
  /** Place after the last one. */
  readonly end: number;
  /** How many the list has. */
  readonly count: number;
}

/** All rows of a list, or of a longer one as many as are printed from the first that is in sight on. */
export function printedRows(count: number, firstInSight: number): PrintedRows {
  const first = Math.max(0, Math.min(firstInSight, count - MAX_PRINTED_ROWS));
  return { first, end: Math.min(count, first + MAX_PRINTED_ROWS), count };
}
