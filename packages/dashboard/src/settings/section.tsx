import { useId } from 'react';
import type { ReactNode } from 'react';

interface SectionProps {
  title: string;
  /** Buttons at the end of the title's line. */
  actions?: ReactNode;
  children: ReactNode;
}

/** A titled part of the settings page. */
export function Section({ title, actions, children }: SectionProps) {
  const id = useId();
  return (
    <section className="oriel-section" aria-labelledby={id}>
      <header className="oriel-section-header">
        <h2 id={id} className="oriel-section-heading">
          {title}
        </h2>
        {actions}
      </header>
      {children}
    </section>
  );
}
