'use client';

import type { CSSProperties, ReactNode } from 'react';
import { exactNumber, jsonPreview } from '@oriel/core';
import type { JsonOutlineRow, JsonValue } from '@oriel/core';
import { ChevronIcon } from '../icons/control-icons.tsx';
import { usePresentation } from './presentation.ts';
import type { FoldableOutline } from './use-json-outline.ts';

interface JsonTreeRowProps {
  id: string;
  row: JsonOutlineRow;
  /** Pixels from the first line. */
  top: number;
  isActive: boolean;
  /** Marked where it occurs. */
  text: string;
  outline: FoldableOutline;
}

const MAX_INDENT = 24;

/** One line of a JSON tree: always one line high, so that any of a million is found without measuring. */
export function JsonTreeRow({ id, row, top, isActive, text, outline }: JsonTreeRowProps) {
  const style = {
    '--_depth': Math.min(row.depth, MAX_INDENT),
    transform: `translateY(${top}px)`,
  } as CSSProperties;
  return (
    // The tree listens for keys: its lines are never focused themselves.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
    <div
      id={id}
      className="oriel-json-tree-row"
      role="treeitem"
      aria-level={row.depth + 1}
      aria-posinset={row.place + 1}
      aria-setsize={row.siblings}
      aria-expanded={row.size ? row.isOpen : undefined}
      aria-selected={isActive}
      style={style}
      onClick={() => outline.activate(row.path)}
      onDoubleClick={() => row.size && outline.setOpen(row.path, !row.isOpen)}
    >
      {row.size ? (
        // A pointer's way to what arrow keys do: not a stop for Tab.
        <span
          className="oriel-json-tree-toggle"
          data-open={row.isOpen ? '' : undefined}
          aria-hidden="true"
          onClick={(event) => {
            event.stopPropagation();
            outline.activate(row.path);
            outline.setOpen(row.path, !row.isOpen);
          }}
        >
          <ChevronIcon />
        </span>
      ) : null}
      {row.label !== null && (
        <span className="oriel-json-key">
          <Marked content={row.label} text={text} />
        </span>
      )}
      <RowValue row={row} text={text} />
    </div>
  );
}

function RowValue({ row, text }: { row: JsonOutlineRow; text: string }) {
  const { messages, format } = usePresentation();
  const { value, size, isOpen, isLine } = row;
  if (isLine)
    return (
      <span className="oriel-json-scalar" data-kind="string">
        {marked(printed(row), text)}
      </span>
    );
  if (typeof value === 'object' && value !== null && size) {
    const count = (Array.isArray(value) ? messages.elements : messages.members)(size, format.count(size));
    return (
      <>
        <span className="oriel-json-size">{count}</span>
        {!isOpen && <span className="oriel-json-preview">{jsonPreview(value)}</span>}
      </>
    );
  }
  if (typeof value === 'string' && size) {
    return (
      <>
        <span className="oriel-json-size">{messages.payload.lines(size, format.count(size))}</span>
        {!isOpen && <span className="oriel-json-preview">{marked(jsonPreview(value), text)}</span>}
      </>
    );
  }
  const kind = value === null ? 'null' : typeof value;
  return (
    <span className="oriel-json-scalar" data-kind={kind}>
      {marked(printed(row), text)}
    </span>
  );
}

function printed({ value, container, label }: JsonOutlineRow): string {
  if (typeof value === 'string') return value === '' ? '""' : value;
  if (typeof value === 'number') return exactNumber(container, label ?? '') ?? String(value);
  return JSON.stringify(value satisfies JsonValue);
}

function Marked({ content, text }: { content: string; text: string }) {
  return marked(content, text);
}

/** The text with the first place marked where the reader's search finds something. */
function marked(content: string, text: string): ReactNode {
  const place = text === '' ? -1 : content.toLowerCase().indexOf(text.toLowerCase());
  if (place === -1) return content;
  return (
    <>
      {content.slice(0, place)}
      <mark className="oriel-json-mark">{content.slice(place, place + text.length)}</mark>
      {content.slice(place + text.length)}
    </>
  );
}
