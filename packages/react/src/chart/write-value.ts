import type { ChartUnit } from '@oriel/core';
import type { PanelPresentation } from '../provider/panel-presentation.ts';

/**
 * Writes a number as its unit is written.
 *
 * @param room - `exact`: every digit that counts, for tables; `short`: beside axes. Default: for reading.
 */
export function writeValue(
  value: number | null,
  unit: ChartUnit,
  { format, messages }: PanelPresentation<'chart'>,
  room?: 'exact' | 'short',
): string {
  if (value === null) return messages.chart.noValue;
  switch (unit) {
    case 'count':
      return room === 'short' ? format.tokens(value) : format.count(value);
    case 'tokens':
      return room === 'exact' ? format.count(value) : format.tokens(value);
    case 'cost':
      return format.cost(value);
    case 'duration':
      if (room === 'short') return format.roundDuration(value);
      return value < 0 ? `−${format.duration(-value)}` : format.duration(value);
    case 'rate':
      return messages.chart.perSecond(format.number(Number(value.toPrecision(room === 'exact' ? 6 : 3))));
    case 'share':
      return format.share(value);
    case 'time':
      return room === 'short' ? format.shortTime(value) : format.dateTime(value);
    case 'number':
    default:
      return room === 'short' ? format.tokens(value) : format.number(value);
  }
}
