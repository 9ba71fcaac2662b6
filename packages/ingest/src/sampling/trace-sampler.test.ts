import type { Patch } from '@oriel/core';
import { expect, it } from 'vitest';
import { createTraceSampler } from './trace-sampler.ts';

// Shares by the old JavaScript SDK's hash: trace-1 0.242, trace-2 0.920.
const rule = 'langfuse-js';

function span(traceId: string, id: string, environment?: string): Patch {
  return { kind: 'observation', id, traceId, at: 2000, environment };
}

it('keeps and drops traces with their observations and scores', () => {
  const { sample } = createTraceSampler({ rate: 0.5, rule });
  const patches: Patch[] = [
    { kind: 'trace', id: 'trace-1', at: 1000 },
    { kind: 'trace', id: 'trace-2', at: 1000 },
    span('trace-2', 'b'),
    span('trace-1', 'a'),
    { kind: 'score', id: 's1', at: 1, traceId: 'trace-1' },
    { kind: 'score', id: 's2', at: 1, traceId: 'trace-2' },
  ];

  expect(sample(patches).map(({ id }) => id)).toEqual(['trace-1', 'a', 's1']);
});

it('always keeps scores of sessions and dataset runs', () => {
  const { sample } = createTraceSampler({ rate: 0 });
  const patches: Patch[] = [
    { kind: 'score', id: 's1', at: 1, sessionId: 'session' },
    { kind: 'score', id: 's2', at: 1, traceId: null, datasetRunId: 'run' },
    { kind: 'score', id: 's3', at: 1, traceId: 'trace-1' },
  ];

  expect(sample(patches).map(({ id }) => id)).toEqual(['s1', 's2']);
});

it('lets every kept trace tell its rate, also where only spans came', () => {
  const { sample } = createTraceSampler({ rate: 0.5, rule });

  expect(sample([{ kind: 'trace', id: 'trace-1', at: 1, name: 'n' }])).toEqual([
    { kind: 'trace', id: 'trace-1', at: 1, name: 'n', sampleRate: 0.5 },
  ]);
  expect(sample([span('trace-1', 'a'), span('trace-1', 'b')]).slice(2)).toEqual([
    { kind: 'trace', id: 'trace-1', at: 2000, sampleRate: 0.5 },
  ]);
});

it('keeps the rate that a client told, where it is lower', () => {
  const { sample } = createTraceSampler({ rate: 0.5, rule });

  expect(sample([{ kind: 'trace', id: 'trace-1', at: 1, sampleRate: 0.1 }])).toMatchObject([
    { sampleRate: 0.1 },
  ]);
});

it('leaves everything as it is at rate 1 and nothing at rate 0', () => {
  const patches = [span('trace-1', 'a'), span('trace-2', 'b')];

  expect(createTraceSampler({ rate: 1 }).sample(patches)).toEqual(patches);
  expect(createTraceSampler({ rate: 0 }).sample(patches)).toEqual([]);
});

it('has rates for environments, and knows the environment of updates that name none', () => {
  const { sample } = createTraceSampler({ rate: 1, environments: { staging: 0.1 }, rule });

  expect(sample([span('trace-1', 'a', 'staging'), span('trace-2', 'b', 'production')])).toHaveLength(1);
  expect(sample([span('trace-1', 'a'), span('trace-2', 'b')]).map(({ id }) => id)).toEqual(['b']);
});

it('finds the environment of an update in a create that comes after it', () => {
  const { sample } = createTraceSampler({ rate: 1, environments: { staging: 0 } });

  expect(sample([span('trace-1', 'a'), span('trace-1', 'a', 'staging')])).toEqual([]);
});

it.each([-0.1, 1.1, Number.NaN])('refuses the rate %s', (rate) => {
  expect(() => createTraceSampler({ rate })).toThrow(/rate is .* from 0 \(keep none\) to 1/);
  expect(() => createTraceSampler({ rate: 1, environments: { dev: rate } })).toThrow(/environments\.dev is/);
});

it('refuses a rule it does not know', () => {
  expect(() => createTraceSampler({ rate: 1, rule: 'coin' as 'otel' })).toThrow(/no sampling rule "coin"/);
});
