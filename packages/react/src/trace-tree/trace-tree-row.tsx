'use client';

import { memo } from 'react';
import type { CSSProperties, ReactNode } from 'react';
import { ChevronIcon } from '../icons/control-icons.tsx';
import { LevelMark } from '../icons/level-mark.tsx';
import { PausedMark } from '../icons/paused-mark.tsx';
import { TypeIcon } from '../icons/type-icon.tsx';
import { usePresentation } from './presentation.ts';
import { isSameCell } from './trace-tree-cell.ts';
import type { TraceTreeCell, TraceTreeNode } from './trace-tree-cell.ts';
import type { TraceTreeColumn } from './trace-tree-columns.tsx';
import { traceTreeRowProps } from './trace-tree-row-props.ts';
import { TraceTreeRowNotes } from './trace-tree-row-notes.tsx';

/** Beyond this depth rows stop moving inwards, and say their depth instead. */
const MAX_INDENT = 12;

export interface TraceTreeRowProps {
  cell: TraceTreeCell;
  row: number;
  position: number;
  setSize: number;
  /** Distance from the top of the list in pixels. */
  top: number;
  domId: string;
  isSelected: boolean;
  isActive: boolean;
  isExpanded: boolean;
  /** A search found it. */
  isHit: boolean;
  /** It repeats a row that is scrolled away, for eyes and pointers only. */
  isPinned: boolean;
  /** It flies by: its columns are empty, which a frame has hardly time for. */
  isFlung: boolean;
  columns: readonly TraceTreeColumn[];
  renderLabel: ((node: TraceTreeNode) => ReactNode) | undefined;
  renderBadges: ((node: TraceTreeNode) => ReactNode) | undefined;
}

/** One row. Clicks are heard by the tree, so a row renders again only when something that it shows changed. */
export const TraceTreeRow = memo(function TraceTreeRow(props: TraceTreeRowProps) {
  const { cell, row, isSelected, isActive, isExpanded, isPinned, isFlung, columns, renderLabel } = props;
  const { messages } = usePresentation();
  const { node, depth, groupSize } = cell;
  const observation = 'type' in node ? node : null;
  const type = observation?.type ?? 'TRACE';
  const hasChildren = cell.childCount > 0;
  const name = node.name?.trim() ? node.name : null;
  const place = isPinned
    ? { 'data-row': row, 'data-pinned': '' }
    : traceTreeRowProps({
        domId: props.domId,
        row,
        level: depth + 1,
        position: props.position,
        setSize: props.setSize,
        isExpanded: hasChildren ? isExpanded : null,
        isSelected,
      });

  return (
    <div
      {...place}
      className="oriel-rows-line oriel-trace-tree-row"
      style={{ insetBlockStart: props.top }}
      data-type={type}
      data-level={groupSize > 0 ? undefined : node.level}
      data-selected={isSelected ? '' : undefined}
      data-active={isActive ? '' : undefined}
      data-hit={props.isHit ? '' : undefined}
      data-group={groupSize > 0 ? '' : undefined}
      data-orphan={cell.isOrphan ? '' : undefined}
      data-running={observation && observation.endTime === null && type !== 'EVENT' ? '' : undefined}
    >
      <span
        className="oriel-trace-tree-indent"
        // Here and not on the row: what may be inherited makes the browser look at all that might inherit it.
        style={{ '--_depth': Math.min(depth, MAX_INDENT) } as CSSProperties}
        aria-hidden="true"
      />
      {depth > MAX_INDENT && (
        <span
          className="oriel-trace-tree-depth"
          aria-hidden="true"
          title={messages.traceTreePanel.depth(`${depth + 1}`)}
        >
          {depth + 1}
        </span>
      )}
      <span className="oriel-rows-toggle" data-toggle={hasChildren ? '' : undefined} aria-hidden="true">
        {hasChildren && <ChevronIcon />}
      </span>
      <TypeIcon type={type} label={messages.types[type]} />
      <span className="oriel-trace-tree-label">
        {renderLabel ? (
          renderLabel(node)
        ) : (
          <span
            className="oriel-rows-name oriel-trace-tree-name"
            dir="auto"
            data-unnamed={name === null ? '' : undefined}
            title={name ?? undefined}
          >
            {name ?? messages.unnamed}
          </span>
        )}
        {groupSize === 0 && <LevelMark level={node.level} />}
        {groupSize === 0 && observation?.isInterrupted && <PausedMark />}
        <TraceTreeRowNotes cell={cell} isFolded={hasChildren && !isExpanded} />
        {groupSize === 0 && props.renderBadges?.(node)}
        {observation?.model && (
          <span className="oriel-trace-tree-model" dir="auto">
            <span>{observation.model}</span>
          </span>
        )}
      </span>
      {columns.map((column) => (
        <span
          key={column.id}
          className="oriel-trace-tree-metric"
          style={{ inlineSize: column.width }}
          data-column={column.id}
          data-heat={isFlung ? undefined : (column.heat?.(cell) ?? undefined)}
        >
          {!isFlung && column.cell(cell)}
        </span>
      ))}
    </div>
  );
}, isSameRow);

function isSameRow({ cell, ...rest }: TraceTreeRowProps, { cell: next, ...nextRest }: TraceTreeRowProps) {
  return (
    (Object.keys(rest) as (keyof typeof rest)[]).every((key) => Object.is(rest[key], nextRest[key])) &&
    isSameCell(cell, next)
  );
}
