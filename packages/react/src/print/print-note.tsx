'use client';

import { usePresentation } from '../provider/presentation-context.ts';
import { printNoteText } from './print-note-text.ts';
import type { PrintedRows } from './printed-rows.ts';

interface PrintNoteProps {
  /** `null` while nothing is printed. */
  rows: PrintedRows | null;
  /** What else is not on the paper. @defaultValue nothing */
  missing?: string | null | undefined;
}

/** Says on paper which rows of a list are there, where it is not all of them, and what is missing about them. */
export function PrintNote({ rows, missing }: PrintNoteProps) {
  const presentation = usePresentation();
  const texts = rows ? [printNoteText(rows, presentation), missing].filter(Boolean) : [];
  return texts.length > 0 ? <p className="oriel-print-note">{texts.join(' ')}</p> : null;
}
