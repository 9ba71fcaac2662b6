import { referenceStore } from '@oriel/core';
import type { ObservationId, Store, TraceId } from '@oriel/core';
import { createPipeline } from '@oriel/ingest';
import { readRecording } from './read-recording.ts';

/** A recording in a store, and its model call that was told most. */
export interface RecordedCall {
  readonly store: Store;
  readonly traceId: TraceId;
  readonly observationId: ObservationId;
}

/** @param recording - client and scenario, such as `openinference-openai/chat-tools`. */
export async function recordedCall(recording: string): Promise<RecordedCall> {
  const store = referenceStore();
  const pipeline = createPipeline({ store });
  for (const payload of await readRecording(recording)) await pipeline.process(payload);
  return { store, ...(await mostTold(store)) };
}

async function mostTold({ traces }: Store): Promise<{ traceId: TraceId; observationId: ObservationId }> {
  let most = { traceId: '', observationId: '', length: 0 };
  for (const { id: traceId } of (await traces.listTraces({ limit: 100 })).items) {
    const structure = await traces.readTrace(traceId);
    const calls = (structure?.observations ?? []).filter(({ type }) => type === 'GENERATION');
    const observationIds = calls.map(({ id }) => id);
    const { observations } = await traces.readPayloads({ traceId, observationIds });
    for (const { id, input } of observations) {
      const { length } = JSON.stringify(input);
      if (length > most.length) most = { traceId, observationId: id, length };
    }
  }
  return most;
}
