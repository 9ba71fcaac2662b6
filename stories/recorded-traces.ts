/// <reference types="vite/client" />
import type { Patch } from '@oriel/core';
import { parsePayload } from '@oriel/ingest';

/** Requests exactly as the Langfuse handler of LangChain sent them: the parser's own recordings. */
const FILES: Readonly<Record<string, string>> = import.meta.glob(
  '../packages/ingest/fixtures/langfuse-langchain-v5/*/*.{json,bin}',
  { query: '?url', import: 'default', eager: true },
);

interface RecordedRequest {
  readonly file: string | null;
  readonly method: string;
  readonly path: string;
  readonly contentType: string | null;
  readonly contentEncoding: string | null;
}

/** What a recorded LangGraph run becomes, by the name of its scenario. */
export async function recordedPatches(scenario: string): Promise<Patch[]> {
  const folder = `../packages/ingest/fixtures/langfuse-langchain-v5/${scenario}`;
  const { requests } = (await (await read(`${folder}/index.json`)).json()) as {
    requests: readonly RecordedRequest[];
  };
  const patches: Patch[] = [];
  for (const { file, ...request } of requests) {
    if (file === null) continue;
    const body = new Uint8Array(await (await read(`${folder}/${file}`)).arrayBuffer());
    patches.push(...(await parsePayload({ body, ...request })).patches);
  }
  return patches;
}

async function read(path: string): Promise<Response> {
  const url = FILES[path];
  if (url === undefined)
    throw new Error(`There is no recorded file ${path}. Name a scenario of the fixtures.`);
  const response = await fetch(url);
  if (!response.ok) throw new Error(`The recording ${path} could not be loaded: HTTP ${response.status}.`);
  return response;
}
