import type { ChartUnit, CsvCell } from '@oriel/core';

/** All that a chart shows, as a table: for those who read it, and for spreadsheets. */
export interface ChartFacts {
  /** Names of the columns that say what a row is about. */
  readonly about: readonly string[];
  readonly columns: readonly { readonly label: string; readonly unit: ChartUnit }[];
  readonly rows: readonly ChartFactRow[];
}

export interface ChartFactRow {
  readonly key: string;
  readonly about: readonly string[];
  /** The same for machines: moments as ISO 8601, ranges as numbers. @defaultValue `about` */
  readonly raw?: readonly CsvCell[] | undefined;
  readonly values: readonly (number | null)[];
}

/** The facts as rows of a CSV file, in the units that the store has. */
export function csvRows({ about, columns, rows }: ChartFacts): readonly (readonly CsvCell[])[] {
  return [
    [...about, ...columns.map(({ label }) => label)],
    ...rows.map((row) => [...(row.raw ?? row.about), ...row.values]),
  ];
}
