import type { Observation, ObservationType } from '../model/observation.ts';
import type { EpochMs, Milliseconds } from '../model/units.ts';

/** What one line of a drawn trace says. */
export interface BarLine {
  readonly depth: number;
  readonly name: string;
  /** Default: what the name says (`llm` is a GENERATION), else SPAN. */
  readonly type: ObservationType | null;
  /** Columns from the left edge. */
  readonly start: number;
  /** Columns; `null` while running. */
  readonly length: number | null;
  /** Everything behind the bar. */
  readonly notes: string;
}

/**
 * ```
 * agent         |========      two blanks a level; the bar's left edge is the same in every line
 *   llm         |==>           > while running
 *   note EVENT  |   .          . without duration
 * ```
 */
export function parseBarLine(line: string): BarLine | null {
  const match = /^(?<indent> *)(?<label>[^|]*?) *\|(?<lead> *)(?<bar>=*>|=+|\.)(?<notes>.*)$/.exec(line);
  if (!match?.groups) return null;
  const { indent = '', label = '', lead = '', bar = '', notes = '' } = match.groups;
  const typed = /^(?<name>.*?) +(?<type>[A-Z]{4,})$/.exec(label);
  return {
    depth: indent.length / 2,
    name: typed?.groups?.['name'] ?? label,
    type: (typed?.groups?.['type'] as ObservationType | undefined) ?? null,
    start: lead.length,
    length: bar.endsWith('>') ? null : bar === '.' ? 0 : bar.length,
    notes: notes.trim(),
  };
}

/** The bar of an observation in columns of `scale` from `origin`; the inverse of what {@link parseBarLine} reads. */
export function printBar(
  { type, startTime, endTime }: Observation,
  origin: EpochMs,
  scale: Milliseconds,
): string {
  const start = Math.round((startTime - origin) / scale);
  if (endTime === startTime || (endTime === null && type === 'EVENT')) return `${' '.repeat(start)}.`;
  if (endTime === null) return `${' '.repeat(start)}>`;
  const end = Math.round((endTime - origin) / scale);
  return ' '.repeat(start) + '='.repeat(Math.max(1, end - start));
}
