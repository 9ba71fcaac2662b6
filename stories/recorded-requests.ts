import { referenceStore } from '@oriel/core';
import type { ObservationId, Store, TraceId } from '@oriel/core';
import { createPipeline, parsePayload } from '@oriel/ingest';

/** Requests exactly as published SDKs sent them: the parser's own recordings. */
const FILES: Readonly<Record<string, string>> = import.meta.glob(
  [
    '../packages/ingest/fixtures/{langfuse-openai-v5,openinference-openai,otel-genai-openai,langsmith-otel,traceloop}/chat-tools/*.{json,bin}',
    '../packages/ingest/fixtures/{ai-sdk-v7/travel-agent-full,langfuse-otel-v5/chat-media}/*.{json,bin}',
    '../packages/ingest/fixtures/{langfuse-langchain-v3,langfuse-langchain-v5}/react-agent/*.{json,bin}',
    '../packages/ingest/fixtures/mastra/shop-otel-proto/*.{json,bin}',
  ],
  { query: '?url', import: 'default', eager: true },
);

interface RecordedRequest {
  readonly file: string | null;
  readonly method: string;
  readonly path: string;
  readonly contentType: string | null;
  readonly contentEncoding: string | null;
}

/** A recording in a store, and its model call that was told most. */
export interface RecordedCall {
  readonly store: Store;
  readonly traceId: TraceId;
  readonly observationId: ObservationId;
}

/** @param recording - client and scenario, such as `openinference-openai/chat-tools`. */
export async function recordedCall(recording: string): Promise<RecordedCall> {
  const folder = `../packages/ingest/fixtures/${recording}`;
  const { requests } = (await (await read(`${folder}/index.json`)).json()) as {
    requests: readonly RecordedRequest[];
  };
  const store = referenceStore();
  const pipeline = createPipeline({ store });
  for (const { file, ...request } of requests) {
    if (file === null) continue;
    const body = new Uint8Array(await (await read(`${folder}/${file}`)).arrayBuffer());
    await pipeline.process(await parsePayload({ body, ...request }));
  }
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

async function read(path: string): Promise<Response> {
  const url = FILES[path];
  if (url === undefined) throw new Error(`The story names ${path}, which is not among its files.`);
  return fetch(url);
}
