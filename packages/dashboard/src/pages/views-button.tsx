'use client';

import { printPanelFilters } from '@oriel/core';
import type { View } from '@oriel/core';
import { SavedViews } from '@oriel/react';
import { Popover } from 'radix-ui';
import { useDashboard } from '../navigation/dashboard-context.ts';

/** Opens the views that everybody has, and those that people saved, beside the filters they stand for. */
export function ViewsButton({ view }: { view: View }) {
  const { messages, frame, route, hrefOf } = useDashboard();
  return (
    <Popover.Root>
      <Popover.Trigger className="oriel-button">{messages.views}</Popover.Trigger>
      <Popover.Portal container={frame}>
        <Popover.Content className="oriel-page-views" align="end" sideOffset={4} collisionPadding={8}>
          <SavedViews
            view={view}
            hrefOf={(filters) =>
              new URL(hrefOf({ ...route, query: printPanelFilters(filters) }), location.href).href
            }
          />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
