import type { ChartUnit, NumberChange } from '@oriel/core';
import type { PanelPresentation } from '../provider/panel-presentation.ts';
import { writeValue } from './write-value.ts';

/** How a number changed, in a sign and a few words, and in a sentence for who hears it or rests on it. */
export function writeChange(
  { direction, difference, share, times }: NumberChange,
  before: number,
  unit: ChartUnit,
  presentation: PanelPresentation<'chart'>,
): { readonly brief: string; readonly sentence: string } {
  const { format, messages } = presentation;
  const amount = writeValue(Math.abs(difference), unit, presentation);
  const percent = share === null || times !== null ? null : format.share(Math.abs(share));
  const words = times === null ? (percent ?? messages.chart.fresh) : `×${format.count(Math.round(times))}`;
  return {
    brief: direction === 'same' ? '=' : `${direction === 'up' ? '▲' : '▼'} ${words}`,
    sentence: messages.chart.change({
      direction,
      difference: amount,
      share: percent,
      before: writeValue(before, unit, presentation),
    }),
  };
}
