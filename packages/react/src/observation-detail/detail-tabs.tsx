'use client';

import { useRef } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';

export interface TabChoice {
  readonly id: string;
  readonly title: ReactNode;
}

interface DetailTabsProps {
  tabs: readonly TabChoice[];
  selectedId: string;
  onSelect: (id: string) => void;
  label: string;
  /** Start of the ids of tabs and of the panel they open. */
  baseId: string;
}

/** Tabs by the pattern of WAI-ARIA: one stop for Tab, arrows between them. */
export function DetailTabs({ tabs, selectedId, onSelect, label, baseId }: DetailTabsProps) {
  const listRef = useRef<HTMLDivElement>(null);

  function onKeyDown(event: KeyboardEvent<HTMLDivElement>) {
    const isRtl = getComputedStyle(event.currentTarget).direction === 'rtl';
    const place = tabs.findIndex(({ id }) => id === selectedId);
    const forward = isRtl ? 'ArrowLeft' : 'ArrowRight';
    const back = isRtl ? 'ArrowRight' : 'ArrowLeft';
    const next =
      event.key === forward
        ? (place + 1) % tabs.length
        : event.key === back
          ? (place - 1 + tabs.length) % tabs.length
          : event.key === 'Home'
            ? 0
            : event.key === 'End'
              ? tabs.length - 1
              : -1;
    const tab = tabs[next];
    if (!tab) return;
    event.preventDefault();
    onSelect(tab.id);
    listRef.current?.querySelectorAll<HTMLElement>('[role="tab"]')[next]?.focus();
  }

  return (
    // Its tabs take the focus, one of them at a time.
    // oxlint-disable-next-line jsx-a11y/interactive-supports-focus
    <div ref={listRef} className="oriel-detail-tabs" role="tablist" aria-label={label} onKeyDown={onKeyDown}>
      {tabs.map(({ id, title }) => (
        <button
          key={id}
          type="button"
          role="tab"
          id={`${baseId}-${id}`}
          className="oriel-detail-tab"
          aria-selected={id === selectedId}
          aria-controls={`${baseId}-panel`}
          tabIndex={id === selectedId ? 0 : -1}
          onClick={() => onSelect(id)}
        >
          {title}
        </button>
      ))}
    </div>
  );
}
