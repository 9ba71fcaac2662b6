import { parsePayload } from '@oriel/ingest';
import type { Patch } from '@oriel/core';

/** A LangGraph run as a real client sent it: three parallel tasks, a subgraph with a loop, debug steps. */
export async function recordedLangGraph(): Promise<readonly Patch[]> {
  const url = new URL(
    '../packages/ingest/fixtures/langfuse-langchain-v5/report-writer/001.bin',
    import.meta.url,
  );
  const body = new Uint8Array(await (await fetch(url)).arrayBuffer());
  const { patches } = await parsePayload({ body, contentType: 'application/x-protobuf', path: '/v1/traces' });
  return patches;
}
