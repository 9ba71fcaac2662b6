'use client';

import { useCallback, useMemo } from 'react';
import { Arc } from '@visx/shape';
import { Group } from '@visx/group';
import type { ChartUnit } from '@oriel/core';
import { usePresentation } from './presentation.ts';
import type { ChartBar } from './bar-chart.tsx';
import { ChartFrame } from './chart-frame.tsx';
import type { ChartProps } from './chart-frame.tsx';
import { patternFill } from './chart-patterns.tsx';
import { ChartPlot } from './chart-plot.tsx';
import { seriesLook } from './chart-series.ts';
import { LegendSwatch } from './legend-swatch.tsx';
import { TooltipFacts } from './tooltip-facts.tsx';
import type { ChartBox } from './use-chart-size.ts';
import { writeValue } from './write-value.ts';

export interface PieChartProps extends ChartProps {
  /** Parts of a whole. What is zero, below zero or unknown is no part; the table names it. */
  parts: readonly ChartBar[];
  unit: ChartUnit;
  about: readonly string[];
  measure?: string | undefined;
  onPick?: ((part: ChartBar) => void) | undefined;
}

interface Layout {
  readonly box: ChartBox;
  readonly radius: number;
}

const FULL = 2 * Math.PI;

/** Shares of a whole as a ring, clockwise from the top, each named with its share beside it. */
export function PieChart({ parts: all, unit, about, measure, onPick, ...frame }: PieChartProps) {
  const presentation = usePresentation();
  const { format, messages } = presentation;
  const parts = useMemo(() => all.filter(({ value }) => (value ?? 0) > 0), [all]);
  const total = parts.reduce((sum, { value }) => sum + (value ?? 0), 0);
  const angles = parts.reduce<number[]>(
    (ends, { value }) => [...ends, (ends.at(-1) ?? 0) + ((value ?? 0) / total) * FULL],
    [0],
  );
  const layout = useCallback(
    (box: ChartBox): Layout => ({ box, radius: Math.max(8, Math.min(box.width, box.height) / 2 - 4) }),
    [],
  );
  const looks = parts.map((part, place) => seriesLook(part, place));
  const shareOf = (value: number | null) => format.share(total === 0 ? 0 : (value ?? 0) / total);
  const facts = useMemo(
    () => ({
      about,
      columns: [
        { label: measure ?? frame.title, unit },
        { label: messages.chart.share, unit: 'share' as const },
      ],
      rows: all.map(({ key, label, raw, value }) => ({
        key,
        about: [label],
        raw,
        values: [value, total > 0 && (value ?? 0) > 0 ? (value ?? 0) / total : null],
      })),
    }),
    [about, measure, frame.title, unit, messages, all, total],
  );
  const middleOf = (column: number) => ((angles[column] ?? 0) + (angles[column + 1] ?? 0)) / 2;

  return (
    <ChartFrame {...frame} kind="pie" facts={facts}>
      <div className="oriel-chart-pie">
        <ChartPlot<Layout>
          label={frame.title}
          columns={parts.length}
          rows={1}
          looks={looks}
          layout={layout}
          renderPlot={({ box, radius }, point, patternId) => (
            <Group left={box.width / 2} top={box.height / 2}>
              {parts.map((part, place) => (
                <g
                  key={part.key}
                  className="oriel-chart-series"
                  {...looks[place]}
                  data-active={place === point?.column ? '' : undefined}
                >
                  <Arc
                    startAngle={angles[place] ?? 0}
                    endAngle={angles[place + 1] ?? 0}
                    innerRadius={radius * 0.58}
                    outerRadius={radius + (place === point?.column ? 3 : 0)}
                    fill={patternFill(patternId, place)}
                    className="oriel-chart-slice"
                  />
                </g>
              ))}
              <text className="oriel-chart-whole" textAnchor="middle" dy="0.35em">
                {writeValue(total, unit, presentation, 'short')}
              </text>
            </Group>
          )}
          locate={({ box, radius }, { x, y }) => {
            const [dx, dy] = [x - box.width / 2, y - box.height / 2];
            const distance = Math.hypot(dx, dy);
            if (distance > radius + 4 || distance < radius * 0.5) return null;
            const angle = (Math.atan2(dx, -dy) + FULL) % FULL;
            const column = parts.findIndex((_, place) => angle < (angles[place + 1] ?? 0));
            return column < 0 ? null : { column, row: 0 };
          }}
          placeOf={({ box, radius }, { column }) => ({
            x: box.width / 2 + Math.sin(middleOf(column)) * radius * 0.8,
            y: box.height / 2 - Math.cos(middleOf(column)) * radius * 0.8,
          })}
          describe={({ column }) => {
            const part = parts[column];
            const value = part?.value ?? null;
            return `${part?.label ?? ''}: ${writeValue(value, unit, presentation)}, ${shareOf(value)}`;
          }}
          renderTooltip={({ column }) => {
            const part = parts[column];
            const value = part?.value ?? null;
            return (
              <TooltipFacts
                title={part?.label ?? ''}
                facts={[
                  {
                    key: 'value',
                    label: measure ?? frame.title,
                    value: writeValue(value, unit, presentation),
                  },
                  { key: 'share', label: messages.chart.share, value: shareOf(value) },
                ]}
              />
            );
          }}
          onPick={
            onPick &&
            (({ column }) => {
              const part = parts[column];
              if (part) onPick(part);
            })
          }
        />
        <ul className="oriel-chart-legend" data-upright="">
          {parts.map((part, place) => (
            <li
              key={part.key}
              data-look={looks[place]?.['data-look']}
              data-tone={looks[place]?.['data-tone']}
            >
              {looks[place] && <LegendSwatch areLines={false} look={looks[place]} />}
              <bdi title={part.label}>{part.label}</bdi>
              <span className="oriel-chart-legend-share">{shareOf(part.value)}</span>
            </li>
          ))}
        </ul>
      </div>
    </ChartFrame>
  );
}
