import { afterEach, expect, it, vi } from 'vitest';
import { createCollector } from '@oriel/server';
import { serve } from '@oriel/server/node';
import { memoryStore } from '@oriel/stores/memory';
import { sendRun } from './send-run.ts';

const KEYS = { publicKey: 'pk-lf-example', secretKey: 'sk-lf-example' };
const QUESTION = 'My desk lamp arrived broken.';

afterEach(() => {
  vi.unstubAllEnvs();
});

it('sends a whole run to the collector that the environment names', async () => {
  const store = memoryStore();
  const events: unknown[] = [];
  const collector = createCollector({ store, keys: [KEYS], onEvent: (event) => events.push(event) });
  const server = await serve({ collector });
  vi.stubEnv('LANGFUSE_BASE_URL', server.url);
  vi.stubEnv('LANGFUSE_PUBLIC_KEY', KEYS.publicKey);
  vi.stubEnv('LANGFUSE_SECRET_KEY', KEYS.secretKey);
  const { answer, traceId } = await sendRun({ question: QUESTION, pace: 0 });
  await server.close();

  expect(answer).toMatch(/arrives on Thursday/);
  const trace = await store.traces.readTrace(traceId);
  expect(trace?.trace).toMatchObject({ name: 'lamp-shop', userId: 'ada', sessionId: 'lamp-4711' });
  const namesOf = (type: string) =>
    trace?.observations.filter((one) => one.type === type).map(({ name }) => name ?? '');
  expect(namesOf('TOOL')?.toSorted()).toEqual([
    'check_stock',
    'look_up_order',
    'quote_delivery',
    'search_policies',
  ]);
  // Triage, four turns of the assistant, two of the reviewer; each with its model and its tokens.
  const calls = trace?.observations.filter(({ type }) => type === 'GENERATION') ?? [];
  expect(calls).toHaveLength(7);
  for (const { model, usage } of calls) {
    expect(model).toBe('scripted');
    expect(usage['input']).toBeGreaterThan(0);
  }
  const nodes = new Set(trace?.observations.flatMap(({ graph }) => (graph ? [graph.node] : [])));
  expect([...nodes].toSorted()).toEqual(['__start__', 'assistant', 'review', 'tools', 'triage']);
  expect(events).toEqual([]);
});

it('says which variables are missing, and where they come from', async () => {
  vi.stubEnv('LANGFUSE_BASE_URL', '');
  await expect(sendRun({ question: QUESTION })).rejects.toThrow(/LANGFUSE_BASE_URL.*npx @oriel\/server/);
});
