import { expect, it } from 'vitest';
import type { ObservationPatch, Patch, TracePatch } from '../model/patch.ts';
import { referenceStore } from './reference-store.ts';

const TEN = Date.UTC(2025, 0, 1, 10);

const created: ObservationPatch = {
  kind: 'observation',
  id: 'o',
  traceId: 't',
  at: 1,
  type: 'GENERATION',
  startTime: TEN,
  model: 'gpt-4o',
  input: 'a',
  metadata: { k: { x: 1 } },
};
const updated: ObservationPatch = {
  kind: 'observation',
  id: 'o',
  traceId: 't',
  at: 2,
  mode: 'update',
  endTime: TEN + 5000,
  output: 'b',
  level: null,
  metadata: { k: { y: 2 } },
};

it.each([
  ['create first', [created, updated]],
  ['update first', [updated, created]],
  ['update twice', [updated, created, updated]],
])('makes one generation of its create and its update (%s)', async (_, patches) => {
  const { observation, payload, trace } = await read(patches);
  expect(observation).toMatchObject({
    level: 'DEFAULT',
    model: 'gpt-4o',
    startTime: TEN,
    endTime: TEN + 5000,
  });
  expect(payload).toMatchObject({ input: 'a', output: 'b', metadata: { k: { x: 1, y: 2 } } });
  expect(trace?.latency).toBe(5000);
});

it('joins and sorts the tags of all trace events', async () => {
  expect((await readTraces({ tags: ['b', 'a'] }, { tags: ['c'] }))?.tags).toEqual(['a', 'b', 'c']);
});

it('keeps a trace public when a later event does not speak of it', async () => {
  expect(await readTraces({ public: true }, { name: 'n' })).toMatchObject({ public: true, name: 'n' });
});

it('takes the earliest timestamp of a trace, whenever it was sent', async () => {
  expect((await readTraces({ timestamp: 7 }, { timestamp: 3 }, { timestamp: 5 }))?.timestamp).toBe(3);
});

it.each(['name', 'userId', 'sessionId', 'release', 'version'])(
  'clears the %s of a trace with a later null',
  async (field) => {
    expect(await readTraces({ [field]: 'x' }, { [field]: null })).toMatchObject({ [field]: null });
    expect(await readTraces({ [field]: null }, { [field]: 'x' })).toMatchObject({ [field]: 'x' });
  },
);

it.each([
  ['name', 'x', null],
  ['model', 'x', null],
  ['level', 'ERROR', 'DEFAULT'],
])('clears the %s of an observation with a later null', async (field, value, cleared) => {
  expect((await readPieces({ [field]: value }, { [field]: null })).observation).toMatchObject({
    [field]: cleared,
  });
});

it.each([
  ['parentId', 'p'],
  ['statusMessage', 'x'],
  ['version', 'x'],
  ['endTime', 9],
  ['completionStartTime', 9],
])('keeps the %s of an observation under a later null', async (field, value) => {
  expect((await readPieces({ [field]: value }, { [field]: null })).observation).toMatchObject({
    [field]: value,
  });
});

it.each([0, false, ''])('keeps the falsy payload %j', async (value) => {
  const { payload } = await readPieces(
    { input: 'before', output: 'before' },
    { input: value, output: value },
  );
  expect(payload).toMatchObject({ input: value, output: value });
});

it('keeps a payload under a later null, object or list that is empty', async () => {
  const { payload } = await readPieces(
    { input: 'i', output: 'o' },
    { input: null, output: {} },
    { output: [] },
  );
  expect(payload).toMatchObject({ input: 'i', output: 'o' });
});

it('lets SPAN give way to any other type, whenever it was sent', async () => {
  expect((await readPieces({ type: 'TOOL' }, { type: 'SPAN' })).observation?.type).toBe('TOOL');
  expect((await readPieces({ type: 'TOOL' }, { type: 'AGENT' })).observation?.type).toBe('AGENT');
});

it('replaces usage, cost and parameters as a whole, but not by nothing', async () => {
  const { observation, payload } = await readPieces(
    { usage: { input: 1 }, cost: { input: 1 }, modelParameters: { a: 1 } },
    { usage: { output: 2 }, cost: { output: 2 }, modelParameters: { b: 1 } },
    { usage: {}, cost: {}, modelParameters: {} },
  );
  expect(observation).toMatchObject({ usage: { output: 2 }, cost: { output: 2 } });
  expect(observation?.usage).not.toHaveProperty('input');
  expect(payload?.modelParameters).toEqual({ b: 1 });
});

it('takes the later of each member of a provenance', async () => {
  const { payload } = await readPieces(
    { provenance: { convention: 'langfuse', usageRule: 'as-sent', rawUsage: { a: 1 } } },
    { provenance: { usageRule: 'openai-chat', rawUsage: { b: 2 }, usageWarning: null } },
  );
  expect(payload?.provenance).toMatchObject({
    convention: 'langfuse',
    usageRule: 'openai-chat',
    rawUsage: { b: 2 },
    usageWarning: null,
  });
  expect(payload?.provenance.rawUsage).not.toHaveProperty('a');
});

it('takes the lowest of the rates a trace was sampled at', async () => {
  expect(await readTraces({ sampleRate: 0.1 }, { sampleRate: 0.5 })).toMatchObject({ sampleRate: 0.1 });
});

it('remembers an interrupt, whatever is said of the observation later', async () => {
  expect((await readPieces({ isInterrupted: true }, { isInterrupted: false })).observation).toMatchObject({
    isInterrupted: true,
  });
});

it('keeps the start and the environment of the earliest event', async () => {
  const { observation } = await readPieces(
    { startTime: 5, environment: 'prod' },
    { startTime: 3, environment: 'staging' },
  );
  expect(observation).toMatchObject({ startTime: 5, environment: 'prod' });
});

it('never ends an observation before it starts', async () => {
  expect((await readPieces({ startTime: 9, endTime: 4 })).observation).toMatchObject({
    startTime: 9,
    endTime: 9,
  });
});

it('counts an update as later than a create of the same time', async () => {
  const { observation } = await read([
    { ...updated, at: 1, model: 'updated' },
    { ...created, model: 'created' },
  ]);
  expect(observation?.model).toBe('updated');
});

it('forgets the items of a list that an object replaced', async () => {
  const { payload } = await readPieces({ metadata: { k: [1, 2] } }, { metadata: { k: { a: 1 } } });
  expect(payload?.metadata).toEqual({ k: { a: 1 } });
});

type Fields<P> = Partial<P> & Record<string, unknown>;

/** Pieces of one observation, a moment apart, sent newest first. */
function readPieces(...pieces: Fields<ObservationPatch>[]) {
  const patches = pieces.map((piece, at): Patch => ({
    ...piece,
    kind: 'observation',
    id: 'o',
    traceId: 't',
    at,
  }));
  return read(patches.toReversed());
}

/** Pieces of one trace, a moment apart, sent newest first. */
async function readTraces(...pieces: Fields<TracePatch>[]) {
  const patches = pieces.map((piece, at): Patch => ({ ...piece, kind: 'trace', id: 't', at }));
  return (await read(patches.toReversed())).trace;
}

async function read(patches: readonly Patch[]) {
  const { traces } = referenceStore();
  await traces.write(patches);
  const structure = await traces.readTrace('t');
  const { observations } = await traces.readPayloads({ traceId: 't', observationIds: ['o'] });
  return { trace: structure?.trace, observation: structure?.observations[0], payload: observations[0] };
}
