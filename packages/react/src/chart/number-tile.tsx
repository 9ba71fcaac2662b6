'use client';

import { useMemo } from 'react';
import { numberChange } from '@oriel/core';
import type { ChartUnit } from '@oriel/core';
import { usePresentation } from './presentation.ts';
import { ChartFrame } from './chart-frame.tsx';
import type { ChartProps } from './chart-frame.tsx';
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
  const { format, messages } = presentation;
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
  const written = writeValue(before, unit, presentation);
  return (
    <ChartFrame {...frame} kind="number" facts={facts} isPlain>
      <p className="oriel-chart-big">
        <bdi>{writeValue(value, unit, presentation)}</bdi>
      </p>
      {change && (
        <p
          className="oriel-chart-change"
          data-direction={change.direction}
          data-good={better && change.direction !== 'same' ? String(isGood) : undefined}
        >
          <span aria-hidden="true">
            <bdi>
              {{ up: '▲', down: '▼', same: '=' }[change.direction]}{' '}
              {change.direction !== 'same' &&
                (change.share === null
                  ? writeValue(Math.abs(change.difference), unit, presentation)
                  : format.share(Math.abs(change.share)))}
            </bdi>{' '}
            <span className="oriel-quiet">{messages.chart.before(written)}</span>
          </span>
          <span className="oriel-visually-hidden">
            {messages.chart.change({
              direction: change.direction,
              difference: writeValue(Math.abs(change.difference), unit, presentation),
              share: change.share === null ? null : format.share(Math.abs(change.share)),
              before: written,
            })}
          </span>
        </p>
      )}
    </ChartFrame>
  );
}
