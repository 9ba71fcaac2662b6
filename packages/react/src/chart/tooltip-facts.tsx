import type { ReactNode } from 'react';
import type { SeriesLook } from './chart-series.ts';

/** One line of a tooltip. */
export interface TooltipFact {
  readonly key: string;
  readonly label: string;
  readonly value: string;
  /** Attributes of the swatch. @defaultValue none is drawn */
  readonly look?: SeriesLook | undefined;
  /** The one that is looked at. */
  readonly isActive?: boolean | undefined;
}

interface TooltipFactsProps {
  title: string;
  facts: readonly TooltipFact[];
  /** What is there to do, or to beware of. */
  note?: ReactNode;
}

/** What a tooltip says: a title, and numbers by name. */
export function TooltipFacts({ title, facts, note }: TooltipFactsProps) {
  return (
    <>
      <p className="oriel-chart-tooltip-title">{title}</p>
      <dl className="oriel-chart-tooltip-facts">
        {facts.map(({ key, label, value, look, isActive }) => (
          <div key={key} data-active={isActive ? '' : undefined}>
            <dt>
              {look && <span className="oriel-chart-swatch" {...look} />}
              <bdi>{label}</bdi>
            </dt>
            <dd>
              <bdi>{value}</bdi>
            </dd>
          </div>
        ))}
      </dl>
      {note && <p className="oriel-chart-tooltip-note">{note}</p>}
    </>
  );
}
