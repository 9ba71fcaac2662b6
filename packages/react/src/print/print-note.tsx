'use client';

import { usePresentation } from '../provider/presentation-context.ts';
import { printNoteText } from './print-note-text.ts';
import type { PrintedRows } from './printed-rows.ts';

/** Says on paper which rows of a list are there, where it is not all of them. */
export function PrintNote({ rows }: { rows: PrintedRows | null }) {
  const presentation = usePresentation();
  const text = rows && printNoteText(rows, presentation);
  return text ? <p className="oriel-print-note">{text}</p> : null;
}
