'use client';

import { usePresentation } from './presentation.ts';
import type { TraceTreeCell } from './trace-tree-cell.ts';

interface TraceTreeRowNotesProps {
  cell: TraceTreeCell;
  /** What is below the row is hidden. */
  isFolded: boolean;
}

/** What has to be said of a row besides its name: how often it repeats, what it hides, that its parent is missing. */
export function TraceTreeRowNotes({ cell, isFolded }: TraceTreeRowNotesProps) {
  const { messages, format } = usePresentation();
  const texts = messages.traceTreePanel;
  const { groupSize, rowsBelow, isOrphan, node } = cell;
  const isOwn = (level: 'ERROR' | 'WARNING') =>
    groupSize === 0 && node.level === level && 'type' in node ? 1 : 0;
  const errors = cell.errors - isOwn('ERROR');
  const warnings = cell.warnings - isOwn('WARNING');
  return (
    <>
      {groupSize > 0 && (
        <span className="oriel-trace-tree-note" data-note="repeats">
          {texts.repeated(format.count(groupSize))}
        </span>
      )}
      {isOrphan && (
        <span className="oriel-trace-tree-note" data-note="orphan" title={texts.parentMissingHint}>
          {texts.parentMissing}
        </span>
      )}
      {isFolded && groupSize === 0 && <Note kind="rows" count={rowsBelow} say={texts.hiddenRows} />}
      {isFolded && errors > 0 && <Note kind="errors" count={errors} say={texts.hiddenErrors} />}
      {isFolded && warnings > 0 && <Note kind="warnings" count={warnings} say={texts.hiddenWarnings} />}
    </>
  );
}

interface NoteProps {
  kind: 'rows' | 'errors' | 'warnings';
  count: number;
  say: (count: number, formatted: string) => string;
}

function Note({ kind, count, say }: NoteProps) {
  const { format } = usePresentation();
  const words = say(count, format.count(count));
  return (
    <span className="oriel-trace-tree-note" data-note={kind} title={words}>
      <span aria-hidden="true">{format.tokens(count)}</span>
      <span className="oriel-visually-hidden">{words}</span>
    </span>
  );
}
