import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { parsePayload } from '../parse-payload.ts';
import { CLIENTS } from './facts/client-facts.ts';
import { listScenarios, readRecording } from './read-recording.ts';

const FIXTURES = fileURLToPath(new URL('../../fixtures/', import.meta.url));

it.each(CLIENTS)('reads spans of %s the same whether their shape is new or known', async (client) => {
  for (const scenario of await listScenarios(join(FIXTURES, client))) {
    const { requests } = await readRecording(join(FIXTURES, client, scenario));
    const read = () => Promise.all(requests.map((request) => parsePayload(request, { now: () => 0 })));
    const first = await read();
    await read();

    expect(await read()).toEqual(first);
  }
});
