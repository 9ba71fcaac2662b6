'use client';

import { useState } from 'react';
import { Dialog } from 'radix-ui';
import { useDashboard } from '../navigation/dashboard-context.ts';
import type { PageName } from '../navigation/route.ts';
import { PageList } from './page-list.tsx';

/** The list of pages where there is no room for it: behind a button. */
export function PageDrawer({ pages }: { pages: readonly PageName[] }) {
  const { messages, frame } = useDashboard();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Dialog.Root open={isOpen} onOpenChange={setIsOpen}>
      <Dialog.Trigger className="oriel-icon-button oriel-dashboard-menu" aria-label={messages.openNavigation}>
        <svg className="oriel-icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
          <path d="M2.5 4h11M2.5 8h11M2.5 12h11" />
        </svg>
      </Dialog.Trigger>
      <Dialog.Portal container={frame}>
        <Dialog.Overlay className="oriel-dashboard-shade" />
        <Dialog.Content className="oriel-panel oriel-dashboard-drawer" aria-describedby={undefined}>
          <Dialog.Title className="oriel-visually-hidden">{messages.navigation}</Dialog.Title>
          <PageList pages={pages} onGo={() => setIsOpen(false)} />
          <Dialog.Close className="oriel-text-button">{messages.closeNavigation}</Dialog.Close>
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
