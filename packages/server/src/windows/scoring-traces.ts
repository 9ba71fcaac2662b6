import { judgementPatch, StoreError, traceIdFromSeed } from '@oriel/core';
import type { Patch, ScorePatch, TraceId, TraceStore } from '@oriel/core';

export interface ScoringOptions {
  /** What the writer sees. */
  readonly seen: TraceStore;
  /** Where scores are written. */
  readonly whole: TraceStore;
  /** Whose scores they are. */
  readonly holder: string;
}

/**
 * A window through which scores can be written, on traces that are seen through it and on nothing else.
 *
 * Every score gets an id that belongs to its writer and its trace, so whatever id is sent, no score of anybody else's
 * is touched, moved or found out about, not even one that is written later.
 */
export function scoringTraces({ seen, whole, holder }: ScoringOptions): TraceStore {
  return {
    ...seen,
    capabilities: { ...seen.capabilities, writesScores: true },
    async write(patches, options) {
      const scores = patches.map(scoreOf);
      const traceIds = [...new Set(scores.map(({ traceId }) => traceId))];
      const visible = await visibleAmong(seen, traceIds, options?.signal);
      if (!traceIds.every((id) => visible.has(id))) throw refuse();
      const own = scores.map((score) => ({
        ...score,
        id: ownId(holder, score),
        authorId: holder,
      }));
      return whole.write(own, options);
    },
  };
}

type ScoreOnTrace = ScorePatch & { readonly traceId: TraceId };

/** @throws StoreError `forbidden` - it is no score on a trace. */
function scoreOf(patch: Patch): ScoreOnTrace {
  if (patch.kind !== 'score' || typeof patch.traceId !== 'string') throw refuse();
  const { sessionId = null, datasetRunId = null, source = 'ANNOTATION' } = patch;
  // Sessions and dataset runs belong to no scope; judgements by programs are the host's.
  if (sessionId !== null || datasetRunId !== null || source === 'EVAL') throw refuse();
  return { ...patch, source, traceId: patch.traceId };
}

async function visibleAmong(
  seen: TraceStore,
  traceIds: readonly TraceId[],
  signal: AbortSignal | undefined,
): Promise<ReadonlySet<TraceId>> {
  const visible = new Set<TraceId>();
  for (let start = 0; start < traceIds.length; start += 1000) {
    const value = traceIds.slice(start, start + 1000);
    const filter = { field: 'id', op: 'any-of', value } as const;
    const { items } = await seen.listTraces({ filter, limit: 1000 }, { signal });
    for (const { id } of items) visible.add(id);
  }
  return visible;
}

/** The id again when it is one that belongs to them already: whoever read a score, or judges again, may write it again. */
function ownId(holder: string, score: ScoreOnTrace): string {
  const prefix = `${traceIdFromSeed(JSON.stringify([holder, score.traceId]))}/`;
  return score.id.startsWith(prefix) || isJudgement(holder, score) ? score.id : prefix + score.id;
}

/** Ids of Oriel's own forms are made of the trace and the author: nobody else's score has one. */
function isJudgement(author: string, { id, name, traceId, observationId = null }: ScoreOnTrace): boolean {
  if (typeof name !== 'string') return false;
  const judged = { traceId, observationId, name, author } as const;
  return id === judgementPatch({ ...judged, value: 0, dataType: 'NUMERIC', source: 'ANNOTATION' }, 0).id;
}

function refuse(): StoreError {
  return new StoreError(
    'forbidden',
    'Nothing was written: this token writes scores on the traces it can see, and nothing else.',
  );
}
