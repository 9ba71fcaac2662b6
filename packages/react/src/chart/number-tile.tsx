'use client';

import { useMemo } from 'react';
import { numberChange } from '@oriel/core';
import type { ChartUnit } from '@oriel/core';
import { usePresentation } from './presentation.ts';
import { ChartFrame } from './chart-frame.tsx';
import type { ChartProps } from './chart-frame.tsx';
import { writeChange } from './write-change.ts';
import { writeValue } from './write-value.ts';

export interface NumberTileProps extends ChartProps {
  value: number | null;
  unit: ChartUnit;
  /** The same number for the time before; `null` where it is unknown. @defaultValue nothing is compared */
  before?: number | null | undefined;
  /** Whether more is good. @defaultValue neither is */
  better?: 'more' | 'less' | undefined;
}

/** One number, large, and how it changed. */
export function NumberTile({ value, unit, before = null, better, ...frame }: NumberTileProps) {
  const presentation = usePresentation();
  const { messages } = presentation;
  const change = numberChange(value, before);
  const isGood =
    change && better && change.direction !== 'same' && (change.direction === 'up') === (better === 'more');
  const facts = useMemo(
    () => ({
      about: [messages.chart.period],
      columns: [{ label: frame.title, unit }],
      rows: [{ key: 'value', about: [messages.chart.total], values: [value] }],
    }),
    [messages, frame.title, unit, value],
  );
  const written = change && before !== null ? writeChange(change, before, unit, presentation) : null;
  return (
    <ChartFrame {...frame} kind="number" facts={facts} isPlain>
      <p className="oriel-chart-big">
        <bdi>{writeValue(value, unit, presentation)}</bdi>
      </p>
      {change && written && (
        <p
          className="oriel-chart-change"
          data-direction={change.direction}
          data-good={better && change.direction !== 'same' ? String(isGood) : undefined}
        >
          <span aria-hidden="true">
            <bdi>{written.brief}</bdi>{' '}
            <span className="oriel-quiet">
              {messages.chart.before(writeValue(before, unit, presentation))}
            </span>
          </span>
          <span className="oriel-visually-hidden">{written.sentence}</span>
        </p>
      )}
    </ChartFrame>
  );
}
