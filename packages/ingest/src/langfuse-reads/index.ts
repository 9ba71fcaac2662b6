export { cutMetadataKeys, readObservationRows } from './read-observation-rows.ts';
export { readObservations } from './read-observations.ts';
export type { ReadRecords } from './read-records.ts';
export { readScores } from './read-scores.ts';
export { readTraces, readWholeTrace } from './read-traces.ts';
