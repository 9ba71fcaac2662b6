import { expect, it } from 'vitest';
import { cutMetadataKeys, readObservationRows } from './read-observation-rows.ts';
import { readObservations } from './read-observations.ts';
import { readScores } from './read-scores.ts';
import { readWholeTrace } from './read-traces.ts';

const START = '2026-11-24T02:00:00.000Z';
const AT = Date.parse(START);

const OBSERVATION = {
  id: 'o',
  traceId: 't',
  projectId: 'p',
  type: 'GENERATION',
  name: 'llm',
  startTime: START,
  endTime: '2026-11-24T02:00:01.500Z',
  parentObservationId: '',
  level: 'DEFAULT',
  model: 'gpt-4o',
  usageDetails: { input: 3, input_cached_tokens: 2, total: 5 },
  costDetails: { input: '0.5', total: 0.5 },
  promptName: 'greet',
  promptVersion: 2,
};

it('reads a whole trace with its observations and scores', () => {
  const { patches, rejected } = readWholeTrace({
    id: 't',
    timestamp: START,
    name: 'turn',
    userId: null,
    tags: ['b'],
    metadata: { plan: 'pro' },
    input: { q: 1 },
    observations: [OBSERVATION],
    scores: [
      { id: 's', name: 'q', value: 0.5, dataType: 'NUMERIC', source: 'API', traceId: 't', timestamp: START },
    ],
  });
  expect(rejected).toEqual([]);
  expect(patches).toMatchObject([
    {
      kind: 'trace',
      id: 't',
      timestamp: AT,
      name: 'turn',
      tags: ['b'],
      input: { q: 1 },
      metadata: { plan: 'pro' },
    },
    {
      kind: 'observation',
      id: 'o',
      traceId: 't',
      parentId: null,
      startTime: AT,
      endTime: AT + 1500,
      usage: { input: 3, input_cached_tokens: 2, total: 5 },
      cost: { input: 0.5, total: 0.5 },
      prompt: { name: 'greet', version: 2 },
    },
    { kind: 'score', id: 's', value: 0.5, traceId: 't' },
  ]);
});

it('takes tokens and dollars of older servers, which name no kinds of them', () => {
  const { usageDetails: _usage, costDetails: _cost, ...older } = OBSERVATION;
  const usage = { input: 4, output: 1, total: 5, unit: 'TOKENS' };
  const { patches } = readObservations([
    { ...older, usage, calculatedTotalCost: 0.25, calculatedInputCost: null },
  ]);
  expect(patches).toMatchObject([{ usage: { input: 4, output: 1, total: 5 }, cost: { total: 0.25 } }]);
  const nothing = { input: 0, output: 0, total: 0, unit: 'TOKENS' };
  expect(readObservations([{ ...older, usage: nothing }]).patches[0]).toMatchObject({ usage: undefined });
});

it('makes values of the texts of rows, and keeps what may have been a text', () => {
  const row = {
    ...OBSERVATION,
    input: '{"q":1}',
    output: '42',
    metadata: { list: '[1]', langgraph_node: 'agent', langgraph_step: '3' },
    traceName: 'turn',
    sessionId: '',
    userId: 'ada',
    parentObservationId: 'web',
    isRootObservation: true,
  };
  const [observation, trace] = readObservationRows([row]).patches;
  expect(observation).toMatchObject({
    input: { q: 1 },
    output: '42',
    metadata: { list: [1] },
    isAppRoot: true,
    graph: { node: 'agent', step: 3 },
  });
  expect(trace).toMatchObject({ kind: 'trace', id: 't', name: 'turn', userId: 'ada', sessionId: undefined });
});

it('takes types that came after it, and objects that come as text', () => {
  const row = {
    ...OBSERVATION,
    type: 'WORKFLOW',
    level: 'LOUD',
    modelParameters: '{"top_p":1}',
    metadata: '{"a":1}',
  };
  expect(readObservationRows([row])).toMatchObject({
    patches: [{ type: undefined, level: undefined, modelParameters: { top_p: 1 }, metadata: { a: 1 } }, {}],
    rejected: [],
  });
});

it('knows which metadata of rows may have been cut', () => {
  const metadata = { long: 'x'.repeat(200), short: 'x', list: ['x'.repeat(300)] };
  expect(cutMetadataKeys([{ metadata }, { metadata: { other: 'y'.repeat(200) } }, {}])).toEqual([
    'long',
    'other',
  ]);
});

it.each([
  [{ dataType: 'NUMERIC', value: 0.5 }, 0.5],
  [{ dataType: 'BOOLEAN', value: 1, stringValue: 'True' }, 1],
  [{ dataType: 'BOOLEAN', value: true }, 1],
  [{ dataType: 'CATEGORICAL', value: 0, stringValue: 'kind' }, 'kind'],
  [{ dataType: 'CATEGORICAL', value: 'kind' }, 'kind'],
  [{ dataType: 'TEXT', value: null, stringValue: 'fine' }, 'fine'],
  [{ dataType: 'CORRECTION', value: 0, stringValue: null, longStringValue: 'Rome' }, 'Rome'],
])('reads the value of the score %o', (score, value) => {
  const { patches } = readScores([{ id: 's', name: 'q', timestamp: START, traceId: 't', ...score }]);
  expect(patches).toMatchObject([{ value }]);
});

it.each([
  [
    { kind: 'trace', id: 't' },
    { traceId: 't', observationId: null },
  ],
  [
    { kind: 'observation', id: 'o', traceId: 't' },
    { traceId: 't', observationId: 'o' },
  ],
  [
    { kind: 'session', id: 's' },
    { traceId: null, sessionId: 's' },
  ],
  [
    { kind: 'experiment', id: 'r' },
    { traceId: null, datasetRunId: 'r' },
  ],
])('finds what a score of the third version judges: %o', (subject, target) => {
  const score = { id: 's', name: 'q', timestamp: START, dataType: 'NUMERIC', value: 1, subject };
  expect(readScores([score]).patches).toMatchObject([target]);
});

it('leaves out what is no record, says why, and keeps the others', () => {
  const { patches, rejected } = readObservations([
    { ...OBSERVATION, startTime: 'yesterday' },
    7,
    OBSERVATION,
    { ...OBSERVATION, id: null },
  ]);
  expect(patches).toMatchObject([{ id: 'o' }]);
  expect(rejected.map(({ where }) => where)).toEqual([
    'observations[0]',
    'observations[1]',
    'observations[3]',
  ]);
  expect(rejected[0]?.reason).toContain('`startTime` is "yesterday"');
  expect(readWholeTrace('nothing of the kind').patches).toEqual([]);
});
