import type { Presentation } from '../provider/presentation-context.ts';
import type { PrintedRows } from './printed-rows.ts';

/** Which rows of a list are on paper; `null` when it is all of them. */
export function printNoteText(
  { first, end, count }: PrintedRows,
  { messages, format }: Pick<Presentation, 'messages' | 'format'>,
): string | null {
  if (end - first === count) return null;
  return messages.printedRows(format.count(first + 1), format.count(end), format.count(count));
}
