'use client';

import { memo } from 'react';
import type { TimelineLayout } from '@oriel/core';
import { usePresentation } from './presentation.ts';
import { rowFacts } from './row-facts.ts';

interface TimelineGridProps {
  layout: TimelineLayout;
  activeRow: number;
  selectedRow: number;
  rowId: (row: number) => string;
}

/** A table cannot be made of a canvas, so the grid is made of roles. */
const ROLES = {
  group: { role: 'rowgroup' },
  row: { role: 'row' },
  heading: { role: 'columnheader' },
  cell: { role: 'gridcell' },
} as const;

/** Rows on either side of the active one that exist as elements. */
const AROUND = 12;

/**
 * The bars as rows of a grid, for readers of text: the canvas says nothing to them. A few rows around the active one
 * are there at a time; which one is active, the chart names.
 */
export const TimelineGrid = memo(function TimelineGrid({
  layout,
  activeRow,
  selectedRow,
  rowId,
}: TimelineGridProps) {
  const { messages } = usePresentation();
  const texts = messages.timelineChart;
  const isByLane = layout.mode === 'rows';
  const count = isByLane ? layout.laneCount : layout.tree.rowCount;
  const activeIndex = Math.max(0, isByLane ? (layout.lane[activeRow] ?? 0) : activeRow);
  const first = Math.max(0, Math.min(activeIndex - AROUND, count - 2 * AROUND));
  const indexes = Array.from({ length: Math.min(count, 2 * AROUND) }, (_, offset) => first + offset);
  return (
    <div className="oriel-visually-hidden" {...ROLES.group}>
      <div {...ROLES.row} aria-rowindex={1}>
        {[
          texts.bar,
          texts.type,
          texts.startsAfter,
          messages.duration,
          messages.timeToFirstToken,
          messages.level,
        ].map((heading) => (
          <span key={heading} {...ROLES.heading}>
            {heading}
          </span>
        ))}
      </div>
      {indexes.map((index) => {
        const row = isByLane ? (layout.bars[index] as number) : index;
        return (
          <GridRow
            key={index % (2 * AROUND)}
            layout={layout}
            row={row}
            index={index}
            id={rowId(row)}
            isSelected={row === selectedRow}
          />
        );
      })}
    </div>
  );
});

interface GridRowProps {
  layout: TimelineLayout;
  row: number;
  index: number;
  id: string;
  isSelected: boolean;
}

const GridRow = memo(function GridRow({ layout, row, index, id, isSelected }: GridRowProps) {
  const { messages, format } = usePresentation();
  const facts = rowFacts(layout, row, messages, format);
  const cells = [
    facts.name ?? messages.unnamed,
    messages.types[facts.type],
    facts.start,
    facts.duration,
    facts.timeToFirstToken ?? '',
    facts.level === 'DEFAULT' ? '' : messages.levels[facts.level],
  ];
  return (
    <div
      id={id}
      {...ROLES.row}
      aria-rowindex={index + 2}
      aria-level={(layout.tree.depth[row] ?? 0) + 1}
      aria-selected={isSelected}
    >
      {cells.map((text, cell) => (
        // oxlint-disable-next-line react/no-array-index-key -- a cell is its column
        <span key={cell} {...ROLES.cell}>
          {text}
        </span>
      ))}
    </div>
  );
});
