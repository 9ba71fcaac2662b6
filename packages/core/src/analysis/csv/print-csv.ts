/** What a cell of a table of facts holds. */
export type CsvCell = string | number | null;

/**
 * Writes rows as CSV (RFC 4180). Numbers keep every digit. A text that a spreadsheet would run as a formula gets an
 * apostrophe before it: names come from whoever sends traces.
 */
export function printCsv(rows: readonly (readonly CsvCell[])[]): string {
  return rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

function cell(value: CsvCell): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = /^[=+\-@\t\r]/u.test(value) ? `'${value}` : value;
  return /[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
