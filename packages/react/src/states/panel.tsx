import type { HTMLAttributes, ReactNode } from 'react';

/** What every panel takes for its outermost element; `data-*` attributes pass through as well. */
export interface PanelProps extends Omit<HTMLAttributes<HTMLElement>, 'children' | 'onSelect'> {
  className?: string | undefined;
}

interface PanelFrameProps extends PanelProps {
  /** Folder name of the panel, which is also its css block. */
  name: string;
  state: 'ready' | 'loading' | 'empty' | 'error';
  children: ReactNode;
}

/** The outermost element of a panel, in every state: the place of its looks and of the host's attributes. */
export function Panel({ name, state, className, children, ...rest }: PanelFrameProps) {
  return (
    <section
      {...rest}
      className={['oriel-panel', `oriel-${name}`, className].filter(Boolean).join(' ')}
      data-state={state}
      aria-busy={state === 'loading' ? true : undefined}
    >
      {children}
    </section>
  );
}
