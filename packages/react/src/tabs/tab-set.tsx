'use client';

import { useRef } from 'react';
import type { ReactNode, RefObject } from 'react';
import { Tabs } from 'radix-ui';
import { useDirection } from './use-direction.ts';

export interface TabChoice {
  readonly id: string;
  readonly title: ReactNode;
}

interface TabSetProps {
  tabs: readonly TabChoice[];
  selectedId: string;
  onSelect: (id: string) => void;
  /** What the tabs are, for people who do not see where they stand. */
  label: string;
  /** Class of the element around tabs and panel. */
  className: string;
  panelClassName: string;
  /** Stands at the end of the line of tabs. */
  actions?: ReactNode;
  rootRef?: RefObject<HTMLDivElement | null> | undefined;
  /** What the chosen tab shows. */
  children: ReactNode;
}

/** Tabs and the panel they open: one stop for Tab, arrows between them, the other way round where text runs so. */
export function TabSet({
  tabs,
  selectedId,
  onSelect,
  label,
  className,
  panelClassName,
  actions,
  rootRef,
  children,
}: TabSetProps) {
  const ownRef = useRef<HTMLDivElement>(null);
  const ref = rootRef ?? ownRef;
  const direction = useDirection(ref);
  return (
    <Tabs.Root ref={ref} className={className} dir={direction} value={selectedId} onValueChange={onSelect}>
      <div className="oriel-tab-line">
        <Tabs.List className="oriel-tabs" aria-label={label}>
          {tabs.map(({ id, title }) => (
            <Tabs.Trigger key={id} value={id} className="oriel-tab">
              {title}
            </Tabs.Trigger>
          ))}
        </Tabs.List>
        {actions}
      </div>
      <Tabs.Content value={selectedId} className={panelClassName} tabIndex={-1}>
        {children}
      </Tabs.Content>
    </Tabs.Root>
  );
}
