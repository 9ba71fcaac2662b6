/// <reference types="vite/client" />
import { parsePayload } from '@oriel/ingest';
import type { ParsedPayload } from '@oriel/ingest';

/** Requests exactly as published SDKs sent them: the parser's own recordings. */
const FILES: Readonly<Record<string, string>> = import.meta.glob(
  '../packages/ingest/fixtures/*/*/*.{json,bin}',
  { query: '?url', import: 'default', eager: true },
);

interface RecordedRequest {
  readonly file: string | null;
  readonly method: string;
  readonly path: string;
  readonly contentType: string | null;
  readonly contentEncoding: string | null;
}

/** What the requests of a recording become, in the order sent. @param recording - client and scenario: `mastra/shop-otel-proto`. */
export async function readRecording(recording: string): Promise<ParsedPayload[]> {
  const folder = `../packages/ingest/fixtures/${recording}`;
  const { requests } = (await (await read(`${folder}/index.json`)).json()) as {
    requests: readonly RecordedRequest[];
  };
  const parsed: ParsedPayload[] = [];
  for (const { file, ...request } of requests) {
    if (file === null) continue;
    const body = new Uint8Array(await (await read(`${folder}/${file}`)).arrayBuffer());
    parsed.push(await parsePayload({ body, ...request }));
  }
  return parsed;
}

async function read(path: string): Promise<Response> {
  const url = FILES[path];
  if (url === undefined)
    throw new Error(`There is no recorded file ${path}. Name a client and scenario of the fixtures.`);
  const response = await fetch(url);
  if (!response.ok) throw new Error(`The recording ${path} could not be loaded: HTTP ${response.status}.`);
  return response;
}
