'use client';

import { useEffect, useId, useRef } from 'react';
import type { KeyboardEvent } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { turnPreview } from '@oriel/core';
import type { SessionTurn } from '@oriel/core';
import { LevelMark } from '../icons/level-mark.tsx';
import { usePresentation } from './presentation.ts';
import { ThumbDownIcon, ThumbUpIcon } from './turn-icons.tsx';
import type { TurnLoader } from './turn-loader.ts';

interface ThreadRailProps {
  turns: readonly SessionTurn[];
  /** Turns to list, as indexes, upwards. */
  shown: readonly number[];
  selectedIndex: number;
  onSelect: (index: number) => void;
  /** Called when somebody has found what they came for, where the list stands above the conversation. */
  onDone: (() => void) | undefined;
  loader: TurnLoader;
  /** Called with the first and last turn in sight when these change. */
  onSight: (indexes: readonly number[]) => void;
}

const ROW_HEIGHT = 46;
const PREVIEW = 90;

/** All turns in a column, one line of each: one tab stop, arrow keys from turn to turn. */
export function ThreadRail({
  turns,
  shown,
  selectedIndex,
  onSelect,
  onDone,
  loader,
  onSight,
}: ThreadRailProps) {
  const { messages, format } = usePresentation();
  const own = messages.sessionThread;
  const baseId = useId();
  const scrollRef = useRef<HTMLDivElement>(null);
  // oxlint-disable-next-line react/incompatible-library -- the package is not compiled by the React compiler
  const virtualizer = useVirtualizer({
    count: shown.length,
    getScrollElement: () => scrollRef.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (row) => shown[row] ?? row,
    overscan: 6,
  });
  const { startIndex = 0, endIndex = -1 } = virtualizer.range ?? {};
  const inSight = JSON.stringify(shown.slice(startIndex, endIndex + 1));
  useEffect(() => onSight(JSON.parse(inSight) as readonly number[]), [inSight, onSight]);

  const selectedRow = shown.indexOf(selectedIndex);
  useEffect(() => {
    if (selectedRow !== -1) virtualizer.scrollToIndex(selectedRow, { align: 'auto' });
  }, [selectedRow, virtualizer]);

  function onKeyDown(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Enter' || event.key === 'Escape') onDone?.();
    const page = Math.max(1, endIndex - startIndex);
    const row = nextRow(event.key, selectedRow, shown.length, page);
    const index = shown[row];
    if (index === undefined) return;
    event.preventDefault();
    onSelect(index);
  }

  return (
    <div
      ref={scrollRef}
      className="oriel-session-thread-rail"
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- the browser's own lists take text alone
      role="listbox"
      aria-label={own.turns}
      tabIndex={0}
      aria-activedescendant={selectedRow === -1 ? undefined : `${baseId}${selectedIndex}`}
      onKeyDown={onKeyDown}
    >
      <div
        role="presentation"
        className="oriel-session-thread-extent"
        style={{ blockSize: virtualizer.getTotalSize() }}
      >
        {virtualizer.getVirtualItems().map(({ index: row, start, key }) => {
          const turn = turns[shown[row] ?? -1];
          if (!turn) return null;
          const loaded = loader.get(turn.trace.id);
          const preview = loaded?.state === 'ready' ? turnPreview(loaded.content, PREVIEW) : null;
          const isSelected = row === selectedRow;
          return (
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- keys are those of the list
            <div
              key={key}
              id={`${baseId}${turn.index}`}
              // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- as above
              role="option"
              aria-selected={isSelected}
              aria-posinset={row + 1}
              aria-setsize={shown.length}
              className="oriel-session-thread-entry"
              data-level={turn.trace.level}
              style={{ insetBlockStart: start }}
              onClick={() => {
                onSelect(turn.index);
                onDone?.();
              }}
            >
              <span className="oriel-session-thread-entry-number">{format.count(turn.index + 1)}</span>
              <span className="oriel-session-thread-entry-text" dir="auto">
                {preview ?? (turn.trace.name?.trim() || messages.unnamed)}
              </span>
              <span className="oriel-session-thread-entry-facts">
                <span>{format.shortTime(turn.trace.startTime)}</span>
                <LevelMark level={turn.trace.level} />
                <Verdict turn={turn} />
              </span>
            </div>
          );
        })}
      </div>
    </div>
  );
}

/** The thumb that somebody gave, where the turns are but one line each. */
function Verdict({ turn }: { turn: SessionTurn }) {
  const own = usePresentation().messages.sessionThread;
  const verdict = turn.scores.findLast(({ dataType }) => dataType === 'BOOLEAN')?.value;
  if (verdict === undefined) return null;
  return (
    <span className="oriel-session-thread-verdict" data-verdict={verdict === 1 ? 'good' : 'bad'}>
      {verdict === 1 ? <ThumbUpIcon /> : <ThumbDownIcon />}
      <span className="oriel-visually-hidden">{verdict === 1 ? own.liked : own.disliked}</span>
    </span>
  );
}

/** Where a key leads from a row; -1 for keys that lead nowhere. */
function nextRow(key: string, row: number, count: number, page: number): number {
  switch (key) {
    case 'ArrowDown':
      return Math.min(count - 1, row + 1);
    case 'ArrowUp':
      return Math.max(0, row - 1);
    case 'PageDown':
      return Math.min(count - 1, row + page);
    case 'PageUp':
      return Math.max(0, row - page);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return -1;
  }
}
