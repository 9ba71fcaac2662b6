'use client';

import { useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { usePresentation } from './presentation.ts';
import { ChartMenu } from './chart-menu.tsx';
import type { ChartMenuItem } from './chart-menu.tsx';
import type { ChartFacts } from './chart-facts.ts';
import { FactsTable } from './facts-table.tsx';
import { saveChart } from './save-chart.ts';
import type { ChartFile } from './save-chart.ts';

/** What every chart takes. */
export interface ChartProps {
  /** What is shown, in words: the name of the figure and of its files. */
  title: string;
  /** Shown in place of the title, such as tabs; `false` where it stands elsewhere, with room for the menu. @defaultValue the title */
  heading?: ReactNode;
  /** Below the chart: what it does not show. */
  notice?: ReactNode;
  /** More to do, before what every chart offers. */
  menu?: readonly ChartMenuItem[] | undefined;
  className?: string | undefined;
}

interface ChartFrameProps extends ChartProps {
  kind: string;
  facts: ChartFacts;
  /** @defaultValue false: there is a drawing */
  isPlain?: boolean | undefined;
  legend?: ReactNode;
  children: ReactNode;
}

/** The figure around every chart: its title, its menu, its legend, and the same facts as a table. */
export function ChartFrame({
  title,
  heading,
  notice,
  menu = [],
  className,
  kind,
  facts,
  isPlain = false,
  legend,
  children,
}: ChartFrameProps) {
  const { messages } = usePresentation();
  const own = messages.chart;
  const figure = useRef<HTMLElement>(null);
  const [isTable, setIsTable] = useState(false);
  const [hasFailed, setHasFailed] = useState(false);

  function save(file: ChartFile) {
    if (!figure.current) return;
    setHasFailed(false);
    saveChart(file, { title, facts, figure: figure.current }).catch(() => setHasFailed(true));
  }

  const pictures: ChartMenuItem[] = [
    { label: isTable ? own.asChart : own.asTable, onSelect: () => setIsTable(!isTable) },
    ...(isTable
      ? []
      : [
          { label: own.saveSvg, onSelect: () => save('svg') },
          { label: own.savePng, onSelect: () => save('png') },
        ]),
  ];
  const items = [...menu, ...(isPlain ? [] : pictures), { label: own.saveCsv, onSelect: () => save('csv') }];

  return (
    <figure
      ref={figure}
      className={['oriel-chart', className].filter(Boolean).join(' ')}
      data-kind={kind}
      data-bare={heading === false ? '' : undefined}
      aria-label={title}
    >
      <figcaption className="oriel-chart-caption">
        {heading ?? <span className="oriel-chart-title">{title}</span>}
        <ChartMenu label={`${own.more}: ${title}`} items={items} />
      </figcaption>
      {isTable ? (
        <FactsTable label={title} facts={facts} />
      ) : (
        <>
          {children}
          {legend}
        </>
      )}
      {notice && <p className="oriel-chart-notice">{notice}</p>}
      {hasFailed && (
        <p className="oriel-chart-notice" role="alert">
          {own.saveFailed}
        </p>
      )}
    </figure>
  );
}
