'use client';

import { useEffect, useId, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import type { JsonValue } from '@oriel/core';
import { usePresentation } from '../provider/presentation-context.ts';
import { JsonTreeRow } from './json-tree-row.tsx';
import { JsonTreeToolbar } from './json-tree-toolbar.tsx';
import { moveInJson } from './move-in-json.ts';
import { useJsonOutline } from './use-json-outline.ts';
import { useJsonSearch } from './use-json-search.ts';

interface JsonTreeProps {
  value: JsonValue;
  /** What it is, for people who do not see where it stands. */
  label: string;
}

/** As high as the stylesheet makes a line, `--_json-row-height`. */
const ROW_HEIGHT = 20;
const OVERSCAN = 10;

/**
 * A value of any size as a tree to fold, search and copy from. Only the lines in sight are in the page, and only what
 * is open is ever looked at. The search field takes Enter and Shift+Enter; the tree the keys of trees.
 */
export function JsonTree({ value, label }: JsonTreeProps) {
  const { messages } = usePresentation();
  const baseId = useId();
  const scrollRef = useRef<HTMLDivElement>(null);
  const [text, setText] = useState('');
  const outline = useJsonOutline(value);
  const { rowCount } = outline.outline;

  // oxlint-disable-next-line react/incompatible-library -- the package is not compiled by the React compiler
  const virtualizer = useVirtualizer({
    count: rowCount,
    getScrollElement: () => scrollRef.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: OVERSCAN,
  });
  const search = useJsonSearch(value, text, (path) => show(outline.reveal(path)));

  function show(index: number) {
    // After the rows that were opened just now are counted.
    requestAnimationFrame(() => virtualizer.scrollToIndex(index, { align: 'auto' }));
  }

  const wasActive = useRef(outline.activeIndex);
  useEffect(() => {
    if (wasActive.current === outline.activeIndex) return;
    wasActive.current = outline.activeIndex;
    virtualizer.scrollToIndex(outline.activeIndex, { align: 'auto' });
  }, [outline.activeIndex, virtualizer]);

  function onKeyDown(event: KeyboardEvent) {
    const rows = Math.max(1, Math.floor((scrollRef.current?.clientHeight ?? 0) / ROW_HEIGHT) - 1);
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (moveInJson(outline, event.key, rows)) event.preventDefault();
  }

  function step(by: number) {
    const path = search.step(by);
    if (path) show(outline.reveal(path));
  }

  const items = virtualizer.getVirtualItems();
  const isActiveMounted = items.some(({ index }) => index === outline.activeIndex);
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
        className="oriel-json-tree-rows"
        role="tree"
        aria-label={`${label} · ${messages.payload.json}`}
        aria-activedescendant={isActiveMounted ? `${baseId}${outline.activeIndex}` : undefined}
        tabIndex={0}
        onKeyDown={onKeyDown}
      >
        <div role="presentation" style={{ blockSize: virtualizer.getTotalSize(), position: 'relative' }}>
          {items.map(({ index, start }) => {
            const row = outline.outline.row(index);
            return row ? (
              <JsonTreeRow
                key={index}
                id={`${baseId}${index}`}
                row={row}
                top={start}
                isActive={index === outline.activeIndex}
                text={text}
                outline={outline}
              />
            ) : null;
          })}
        </div>
      </div>
    </div>
  );
}
