'use client';

import { usePresentation } from '../provider/presentation-context.ts';
import type { PrintedRows } from './printed-rows.ts';

/** Says on paper which rows of a list are there, where it is not all of them. */
export function PrintNote({ rows }: { rows: PrintedRows | null }) {
  const { messages, format } = usePresentation();
  if (!rows || rows.end - rows.first === rows.count) return null;
  return (
    <p className="oriel-print-note">
      {messages.printedRows(format.count(rows.first + 1), format.count(rows.end), format.count(rows.count))}
    </p>
  );
}
