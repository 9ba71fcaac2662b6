'use client';

import { useEffect, useId, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import type { JsonValue } from '@oriel/core';
import { PrintNote } from '../print/print-note.tsx';
import { usePresentation } from './presentation.ts';
import { JsonTreeRow } from './json-tree-row.tsx';
import { JsonTreeToolbar } from './json-tree-toolbar.tsx';
import { moveInJson } from './move-in-json.ts';
import { useJsonOutline } from './use-json-outline.ts';
import { useJsonSearch } from './use-json-search.ts';
import { LINE_HEIGHT, useLineWindow } from './use-line-window.ts';

interface JsonTreeProps {
  value: JsonValue;
  /** What it is, for people who do not see where it stands. */
  label: string;
}

/** More than fit on any screen: a line that leaves gives its elements to one that comes. */
const SLOTS = 512;

/**
 * A value of any size as a tree to fold, search and copy from. Only the lines in sight are in the page, and only what
 * is open is ever looked at. The search field takes Enter and Shift+Enter; the tree the keys of trees.
 */
export function JsonTree({ value, label }: JsonTreeProps) {
  const { messages } = usePresentation();
  const baseId = useId();
  const [text, setText] = useState('');
  const outline = useJsonOutline(value);
  const { rowCount } = outline.outline;

  const scrollRef = useRef<HTMLDivElement>(null);
  const view = useLineWindow(scrollRef, rowCount);
  const search = useJsonSearch(value, text, (path) => show(outline.reveal(path)));

  function show(index: number) {
    // After the rows that were opened just now are counted.
    requestAnimationFrame(() => viewRef.current.show(index));
  }

  const viewRef = useRef(view);
  useEffect(() => {
    viewRef.current = view;
  });
  const wasActive = useRef(outline.activeIndex);
  useEffect(() => {
    if (wasActive.current === outline.activeIndex) return;
    wasActive.current = outline.activeIndex;
    viewRef.current.show(outline.activeIndex);
  }, [outline.activeIndex]);

  function onKeyDown(event: KeyboardEvent) {
    const rows = Math.max(1, Math.floor((scrollRef.current?.clientHeight ?? 0) / LINE_HEIGHT) - 1);
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (moveInJson(outline, event.key, rows)) event.preventDefault();
  }

  function step(by: number) {
    const path = search.step(by);
    if (path) show(outline.reveal(path));
  }

  const isActiveMounted = view.lines.includes(outline.activeIndex);
  return (
    <div className="oriel-json-tree" dir="ltr">
      <JsonTreeToolbar
        outline={outline}
        value={value}
        label={label}
        text={text}
        onText={setText}
        search={search}
        onStep={step}
      />
      <div
        ref={scrollRef}
        onScroll={view.onScroll}
        className="oriel-json-tree-rows"
        role="tree"
        aria-label={`${label} · ${messages.payload.json}`}
        aria-activedescendant={isActiveMounted ? `${baseId}${outline.activeIndex}` : undefined}
        tabIndex={0}
        onKeyDown={onKeyDown}
      >
        <div role="presentation" style={{ blockSize: view.total, position: 'relative' }}>
          {view.lines.map((index) => {
            const row = outline.outline.row(index);
            return row ? (
              <JsonTreeRow
                key={view.printed ? index : index % SLOTS}
                id={`${baseId}${index}`}
                row={row}
                top={view.topOf(index)}
                isActive={index === outline.activeIndex}
                text={text}
                outline={outline}
              />
            ) : null;
          })}
        </div>
      </div>
      <PrintNote rows={view.printed} />
    </div>
  );
}
