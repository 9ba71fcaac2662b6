'use client';

import { useRef } from 'react';
import type { KeyboardEvent } from 'react';
import { findRowByPrefix } from '@oriel/core';
import type { TraceTreeLayout } from '@oriel/core';

const PAUSE_MS = 600;

/**
 * Jumps to a row by typing the beginning of its name. Letters that follow each other quickly make one word; the
 * same letter again goes on to the next row that begins with it.
 */
export function useTypeAhead(layout: TraceTreeLayout, visibleRows: Int32Array) {
  const typed = useRef({ text: '', at: 0 });

  /** Place of the row meant by a key; `null` when the key is not text or no name begins like that. */
  return (event: KeyboardEvent, activeIndex: number): number | null => {
    if (event.key.length !== 1) return null;
    const isContinued = event.timeStamp - typed.current.at < PAUSE_MS;
    const text = isContinued ? typed.current.text + event.key : event.key;
    typed.current = { text, at: event.timeStamp };
    const isRepeated = text.split('').every((letter) => letter === text[0]);
    // While a word grows, the row it already found may stay.
    const found = isRepeated
      ? findRowByPrefix(layout, visibleRows, activeIndex, event.key)
      : findRowByPrefix(layout, visibleRows, activeIndex - 1, text);
    return found === -1 ? null : found;
  };
}
