import { parseFilterText } from '@oriel/core';
import type { Filter, RecordQuery, Sides } from '@oriel/core';

/** Which two sides somebody chose. Plain JSON. */
export interface CompareChoice {
  readonly by: 'release' | 'version' | 'filter';
  /** A release, a version, or a filter text of traces. `null`: not chosen, so the panel chooses. */
  readonly baseline: string | null;
  readonly candidate: string | null;
}

/** Releases, the newest two. */
export const DEFAULT_CHOICE: CompareChoice = { by: 'release', baseline: null, candidate: null };

const NOTHING: Filter = { or: [] };

/** The sides that a choice means, within what the panel shows; `null` until both are chosen. */
export function sidesOf({ by, baseline, candidate }: CompareChoice, within: RecordQuery): Sides | null {
  if (baseline === null || candidate === null) return null;
  const side = (text: string): RecordQuery => {
    const own: Filter =
      by === 'filter'
        ? (parseFilterText(text, 'traces').filter ?? NOTHING)
        : { field: by, op: '=', value: text };
    return { filter: within.filter ? { and: [within.filter, own] } : own, traces: within.traces };
  };
  return { baseline: side(baseline), candidate: side(candidate) };
}
