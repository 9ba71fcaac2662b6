'use client';

import { useMemo, useState } from 'react';
import type { CSSProperties } from 'react';
import { layoutJson } from '@oriel/core';
import type { JsonRow, JsonValue } from '@oriel/core';
import { ChevronIcon } from '../icons/control-icons.tsx';
import { usePresentation } from './presentation.ts';
import { LongText } from './long-text.tsx';

interface JsonOutlineProps {
  value: JsonValue;
}

const ROWS = 200;
const MAX_INDENT = 16;

/** A value as an outline to fold and unfold. However large it is, only the lines asked for are in the page. */
export function JsonOutline({ value }: JsonOutlineProps) {
  const { messages } = usePresentation();
  const [toggled, setToggled] = useState<ReadonlySet<string>>(new Set());
  const [limit, setLimit] = useState(ROWS);
  const { rows, isCut } = useMemo(() => layoutJson(value, { toggled, limit }), [value, toggled, limit]);

  function toggle(pointer: string) {
    const next = new Set(toggled);
    if (!next.delete(pointer)) next.add(pointer);
    setToggled(next);
  }

  return (
    <div className="oriel-json-outline" dir="ltr">
      {rows.map((row) =>
        // The whole is its frame: only an empty one needs a line to be seen.
        row.isOpen && row.pointer === '' ? null : <JsonLine key={row.pointer} row={row} onToggle={toggle} />,
      )}
      {isCut && (
        <button
          type="button"
          className="oriel-text-button"
          data-rest=""
          onClick={() => setLimit(limit + ROWS * 2)}
        >
          {messages.showMore}
        </button>
      )}
    </div>
  );
}

interface JsonLineProps {
  row: JsonRow;
  onToggle: (pointer: string) => void;
}

function JsonLine({ row, onToggle }: JsonLineProps) {
  const { messages, format } = usePresentation();
  const { value, size, label, isOpen } = row;
  const indent = { '--_depth': Math.min(Math.max(0, row.depth - 1), MAX_INDENT) } as CSSProperties;
  const key = label === null ? null : <span className="oriel-json-key">{label}</span>;

  if (size === null || size === 0) {
    return (
      <div className="oriel-json-line" style={indent}>
        {key}
        <Scalar value={value} />
      </div>
    );
  }
  const count = (Array.isArray(value) ? messages.elements : messages.members)(size, format.count(size));
  return (
    <div className="oriel-json-line" style={indent}>
      <button
        type="button"
        className="oriel-json-toggle"
        aria-expanded={isOpen}
        onClick={() => onToggle(row.pointer)}
      >
        <ChevronIcon />
        {key}
        <span className="oriel-json-size">{count}</span>
      </button>
    </div>
  );
}

function Scalar({ value }: { value: JsonValue }) {
  if (typeof value === 'string') {
    return (
      <span className="oriel-json-scalar" data-kind="string">
        {value === '' ? '""' : <LongText text={value} firstPage={400} />}
      </span>
    );
  }
  const kind = value === null ? 'null' : typeof value;
  // Only empty containers get here; their two characters say all.
  return (
    <span className="oriel-json-scalar" data-kind={kind}>
      {JSON.stringify(value)}
    </span>
  );
}
