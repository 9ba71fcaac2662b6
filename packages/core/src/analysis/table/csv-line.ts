/** What can stand in a cell of a table of texts. */
export type CsvValue = string | number | boolean | null;

/**
 * One line of a CSV file (RFC 4180), with its line break.
 *
 * Texts that a spreadsheet would take for a formula get an apostrophe in front, which it does not show: what users
 * wrote must not run on the machine of whoever opens the file. Numbers are left as they are.
 */
export function csvLine(values: readonly CsvValue[]): string {
  return `${values.map(cell).join(',')}\r\n`;
}

/** Also after spaces, which spreadsheets skip, and in the full-width forms that some of them read alike. */
const FORMULA = /^\s*[=+\-@＝＋－＠|%]|^[\t\r\n]/;

function cell(value: CsvValue): string {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
