import type { View } from '../query/view-record.ts';
import type { QueryGenerator } from './generate-query.ts';

/** Generated queries that the suite compares with the reference evaluators: more where more can be asked. */
export const GENERATED_COUNTS: Readonly<Record<keyof QueryGenerator, Readonly<Record<View, number>>>> = {
  page: { traces: 160, observations: 160, sessions: 50, users: 50, scores: 80 },
  aggregate: { traces: 120, observations: 120, sessions: 40, users: 40, scores: 60 },
  facets: { traces: 50, observations: 50, sessions: 20, users: 20, scores: 30 },
};
