import type { RawPayload } from '@oriel/ingest';

/** Requests exactly as published SDKs sent them: the parser's own recordings. */
const FILES: Readonly<Record<string, string>> = import.meta.glob(
  [
    '../../../packages/ingest/fixtures/langfuse-langchain-{v3,v5}/*/*.{json,bin}',
    '../../../packages/ingest/fixtures/langfuse-js-v3/{agent-tools,chat-session,openai-wrapper}/*.json',
    '../../../packages/ingest/fixtures/langfuse-otel-v5/{all-types-json,chat-media}/*.{json,bin}',
    '../../../packages/ingest/fixtures/ai-sdk-v7/travel-agent-full/*.{json,bin}',
    '../../../packages/ingest/fixtures/{mastra/shop-otel-proto,openinference-langchain/report-writer}/*.{json,bin}',
    '../../../packages/ingest/fixtures/{otel-genai-openai,langsmith-otel}/chat-tools/*.{json,bin}',
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

/** A trace of the recording that comes last: where it is, all samples are. */
export const LAST_SAMPLE = 'order-agent/2025-03-07#42';

/** The recorded requests, recording by recording, each in the order it was sent. */
export async function* sampleRequests(): AsyncGenerator<RawPayload> {
  const folders = Object.keys(FILES)
    .filter((path) => path.endsWith('/index.json'))
    .toSorted((a, b) => (a < b ? 1 : -1));
  for (const index of folders) {
    const { requests } = (await (await read(index)).json()) as { requests: readonly RecordedRequest[] };
    for (const { file, method, path, contentType, contentEncoding } of requests) {
      if (file === null) continue;
      const body = new Uint8Array(await (await read(index.replace('index.json', file))).arrayBuffer());
      yield { body, method, path, contentType, contentEncoding };
    }
  }
}

async function read(path: string): Promise<Response> {
  const url = FILES[path];
  if (url === undefined) throw new Error(`The recording names ${path}, which is not among the demo's files.`);
  const response = await fetch(url);
  if (!response.ok) throw new Error(`The recording ${path} could not be loaded: HTTP ${response.status}.`);
  return response;
}
