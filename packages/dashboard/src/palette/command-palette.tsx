'use client';

import { useCallback, useEffect, useState } from 'react';
import { Command } from 'cmdk';
import { Dialog } from 'radix-ui';
import { useDashboard } from '../navigation/dashboard-context.ts';
import { filterQuery } from '../navigation/filter-query.ts';
import type { DashboardRoute, PageName } from '../navigation/route.ts';
import { FoundItems } from './found-items.tsx';
import { FoundPages } from './found-pages.tsx';

/** Jumps anywhere: to a page by its name, to a trace by any id, to sessions and users. Ctrl+K or ⌘K opens it. */
export function CommandPalette({ pages }: { pages: readonly PageName[] }) {
  const { messages, frame, go, route } = useDashboard();
  const [isOpen, setIsOpen] = useState(false);
  const [text, setText] = useState('');
  // Which one Enter picks.
  const [active, setActive] = useState('');

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.metaKey || event.ctrlKey) || !isOurs(frame)) return;
      event.preventDefault();
      setIsOpen(true);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [frame]);

  function jump(to: Omit<DashboardRoute, 'query'>) {
    setIsOpen(false);
    setText('');
    go({ ...to, query: filterQuery(route.query) });
  }

  const wanted = text.trim().toLowerCase();
  const found = pages.filter((page) => messages.pages[page].toLowerCase().includes(wanted));
  const hasPage = found.length > 0;
  const pick = useCallback((value: string) => (hasPage ? undefined : setActive(value)), [hasPage]);

  return (
    <Dialog.Root open={isOpen} onOpenChange={setIsOpen}>
      <Dialog.Trigger className="oriel-palette-button" aria-keyshortcuts="Control+K Meta+K">
        <span>{messages.palette.open}</span>
        <kbd className="oriel-palette-keys" aria-hidden="true">
          Ctrl K
        </kbd>
      </Dialog.Trigger>
      <Dialog.Portal container={frame}>
        <Dialog.Overlay className="oriel-dashboard-shade" />
        <Dialog.Content className="oriel-palette" aria-describedby={undefined}>
          <Dialog.Title className="oriel-visually-hidden">{messages.palette.title}</Dialog.Title>
          {/* What is found is asked of the store, so nothing is left to be filtered here. */}
          <Command
            label={messages.palette.title}
            value={active}
            onValueChange={setActive}
            shouldFilter={false}
            loop
          >
            <Command.Input
              className="oriel-palette-input"
              value={text}
              onValueChange={setText}
              placeholder={messages.palette.placeholder}
            />
            <Command.List className="oriel-palette-list">
              <FoundPages pages={found} onPick={jump} />
              {text.trim() !== '' && <FoundItems text={text.trim()} onPick={jump} onFound={pick} />}
            </Command.List>
          </Command>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

/** Whether the key was meant for this dashboard: pressed in it, or nowhere in particular. */
function isOurs(frame: HTMLElement | null): boolean {
  const { activeElement, body } = document;
  return (
    frame !== null && (activeElement === null || activeElement === body || frame.contains(activeElement))
  );
}
