import type { TraceStore } from '@oriel/core';
import { drawTrace } from '@oriel/core/testing';

const RUN = `
  support   AGENT      |====================
    plan    GENERATION |===
    lookup  TOOL       |   =====
    search  RETRIEVER  |   ========
    answer  GENERATION |           =========
`;

/** Some runs of two users, unless there are any. */
export async function seed(traces: TraceStore): Promise<void> {
  if ((await traces.listTraces({ limit: 1 })).items.length > 0) return;
  for (const [place, userId] of ['ada', 'grace', 'ada', 'grace'].entries()) {
    const id = `${userId}-${place}`;
    const startTime = Date.now() - (4 - place) * 60_000;
    const name = `support of ${userId}`;
    await traces.write([
      { kind: 'trace', id, at: startTime, timestamp: startTime, name, userId, input: 'Where is my parcel?' },
      ...drawTrace(RUN, { traceId: id, startTime }),
    ]);
  }
}
