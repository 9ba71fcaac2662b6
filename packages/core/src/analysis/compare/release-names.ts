import { allOf } from '../../filters/narrow-query.ts';
import type { EpochMs } from '../../model/units.ts';
import type { AggregateAnswer, AggregateQuery } from '../../query/aggregate/aggregate-query.ts';
import type { RecordQuery } from '../../query/page.ts';
import { MIN_SAMPLE } from './comparison.ts';

/** What traces can be told apart by as what was deployed. */
export type ReleaseField = 'release' | 'version';

/** A release or version that traces ran with. */
export interface ReleaseName {
  readonly name: string;
  readonly traces: number;
  /** Start of its first trace among those asked for. */
  readonly firstSeen: EpochMs;
}

/** Asks which releases or versions there are, for `readReleaseNames`. */
export function releaseNamesQuery({ filter, traces }: RecordQuery, field: ReleaseField): AggregateQuery {
  return {
    view: 'traces',
    filter: allOf([filter, { field, op: 'is-not-null' }]),
    ...(traces && { traces }),
    dimensions: [field],
    measures: [{ aggregate: 'min', field: 'startTime' }, { aggregate: 'count' }],
    order: { by: 'measure', measure: 0, direction: 'desc' },
  };
}

/** Reads the answer to a `releaseNamesQuery`, the newest first. */
export function readReleaseNames({ rows }: AggregateAnswer): readonly ReleaseName[] {
  return rows
    .filter(({ isRest }) => !isRest)
    .map(({ group, values }) => ({
      name: String(group[0]),
      firstSeen: (values[0] ?? 0) as number,
      traces: (values[1] ?? 0) as number,
    }));
}

/**
 * Which two to compare before anybody chose: the newest that ran often enough to say something, and the one before it. Of
 * fewer than two such, the newest of all.
 */
export function chooseReleases(names: readonly ReleaseName[]): {
  readonly baseline: string | null;
  readonly candidate: string | null;
} {
  const often = names.filter(({ traces }) => traces >= MIN_SAMPLE);
  const [candidate, baseline] = often.length >= 2 ? often : names;
  return { baseline: baseline?.name ?? null, candidate: candidate?.name ?? null };
}
