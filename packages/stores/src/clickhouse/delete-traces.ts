import type { TraceId } from '@oriel/core';
import { inParts } from './queries/in-parts.ts';
import { readScores } from './queries/read-scores.ts';
import { readTraces } from './queries/read-traces.ts';
import type { StoreReader } from './queries/store-reader.ts';
import { onCluster, storedTable } from './schema/create-statements.ts';
import type { Place } from './schema/create-statements.ts';
import type { TableName } from './schema/table-name.ts';
import type { Parameters } from './sql/parameters.ts';
import { scoresOn } from './write-batch.ts';

/** Forgets traces with all that is theirs; answers with those that there were. */
export async function deleteTraces(
  reader: StoreReader,
  place: Place,
  traceIds: readonly TraceId[],
): Promise<TraceId[]> {
  if (traceIds.length === 0) return [];
  const known = (await readTraces(reader, traceIds)).map(({ id }) => id);
  if (known.length === 0) return [];
  // Of the scores that were ever said to be on them, those that are now.
  const scores = await readScores(reader, await scoresOn(reader, known));
  const scoreIds = scores.filter(({ traceId }) => known.includes(traceId ?? '')).map(({ id }) => id);

  const remove = (table: TableName, where: (parameters: Parameters) => string) =>
    reader.connection.command(
      (parameters) =>
        `DELETE FROM ${storedTable(table, place)}${onCluster(place)} WHERE ${where(parameters)}`,
      'delete traces',
    );
  const removeRecords = async (where: (parameters: Parameters) => string) => {
    // What makes a trace visible goes first.
    await remove('records', where);
    await remove('payloads', where);
  };
  await inParts(scoreIds, String, async (part) => {
    await removeRecords(
      (parameters) => `kind = 'score' AND trace_id = '' AND id IN ${parameters.texts(part)}`,
    );
    return [];
  });
  await inParts(known, String, async (part) => {
    await removeRecords(
      (parameters) => `kind IN ('trace', 'observation') AND trace_id IN ${parameters.texts(part)}`,
    );
    await remove('score_traces', (parameters) => `trace_id IN ${parameters.texts(part)}`);
    return [];
  });
  return known;
}
