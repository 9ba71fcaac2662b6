import type { ReactNode } from 'react';

interface TableScrollerProps {
  /** What the table is of. */
  label: string;
  children: ReactNode;
}

/** Room for a table that may be wider than the panel. */
export function TableScroller({ label, children }: TableScrollerProps) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- It scrolls, so the keyboard has to reach it.
    <section className="oriel-prices-scroller" tabIndex={0} aria-label={label}>
      {children}
    </section>
  );
}
