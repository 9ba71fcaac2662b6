import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { parsePayload } from '../parse-payload.ts';
import { CLIENTS } from '../recordings/facts/client-facts.ts';
import { listScenarios, readRecording } from '../recordings/read-recording.ts';
import { shapeOf } from './span-shapes.ts';
import { spokenByKey } from './spoken-vocabularies.ts';

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

it('asks a known shape only for what its attributes can answer', () => {
  const keys = ['langfuse.observation.type', 'langfuse.user.id'];
  const attributes = new Map(keys.map((key) => [key, 'x']));
  const spoken = spokenByKey(keys[0] ?? '');
  const ask = () => shapeOf(attributes)?.precedence(spoken);
  const [unknown] = [ask(), ask()];
  const known = ask();

  expect(unknown?.userId.length).toBeGreaterThan(1);
  expect(known?.userId).toHaveLength(1);
  expect(known?.sessionId).toEqual([]);
  // Not only attributes tell an environment.
  expect(known?.environment).not.toEqual([]);
});

it('gives no shape to spans with more attributes than others would have in common', () => {
  const many = new Map(Array.from({ length: 100 }, (_, index) => [`key ${index}`, index]));

  expect(shapeOf(many)).toBeNull();
  expect(shapeOf(new Map([['k'.repeat(1000), 1]]))).toBeNull();
});
