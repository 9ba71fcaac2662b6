import { OBSERVATION_LEVELS, OBSERVATION_TYPES } from '@oriel/core';
import type { ObservationLevel, ObservationType, TimelineLayout } from '@oriel/core';
import type { Format } from '../format/create-format.ts';
import type { PanelPresentation } from '../provider/panel-presentation.ts';

/** What is said of a bar, as texts. */
export interface RowFacts {
  readonly name: string | null;
  readonly type: ObservationType | 'TRACE';
  readonly level: ObservationLevel;
  readonly start: string;
  readonly duration: string;
  /** `null` where nobody measured it. */
  readonly timeToFirstToken: string | null;
}

/** Reads the facts of a bar, the same for people who see it and people who hear it. */
export function rowFacts(
  { tree, start, end, isOpen, firstToken, kind, level }: TimelineLayout,
  row: number,
  messages: PanelPresentation<'timelineChart'>['messages'],
  format: Format,
): RowFacts {
  const index = tree.order[row] ?? -1;
  const name = (index === -1 ? tree.head : tree.observations[index])?.name;
  const from = start[row] as number;
  const to = end[row] as number;
  const token = firstToken[row] ?? Number.NaN;
  const duration = () => {
    if (to === Infinity) return messages.running;
    if (isOpen[row]) return messages.timelineChart.lostEnd;
    return to > from ? format.duration(to - from) : messages.timelineChart.moment;
  };
  return {
    name: name?.trim() ? name : null,
    type: kind[row] === 0 ? 'TRACE' : (OBSERVATION_TYPES[(kind[row] as number) - 1] ?? 'SPAN'),
    level: OBSERVATION_LEVELS[level[row] as number] ?? 'DEFAULT',
    start: format.duration(from),
    duration: duration(),
    timeToFirstToken: Number.isNaN(token) ? null : format.duration(token - from),
  };
}
