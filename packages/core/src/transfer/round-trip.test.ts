import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { generateOddTraffic } from '../conformance/generate-odd-traffic.ts';
import { readEverything } from '../conformance/read-everything.ts';
import { canonicalJson } from '../model/canonical-json.ts';
import type { JsonValue } from '../model/json.ts';
import type { Patch } from '../model/patch.ts';
import { referenceStore } from '../store/reference-store.ts';
import type { ReferenceStore } from '../store/reference-store.ts';
import type { Store } from '../store/store.ts';
import { generateTraffic } from '../testing/traffic/generate-traffic.ts';
import { exportStore } from './export-store.ts';
import { importStore } from './import-store.ts';

async function storeOf(patches: readonly Patch[]): Promise<ReferenceStore> {
  const store = referenceStore();
  await store.traces.write(patches);
  return store;
}

async function copyOf(store: Store): Promise<ReferenceStore> {
  const copy = referenceStore();
  const { rejected } = await importStore(copy, exportStore(store));
  expect(rejected).toEqual([]);
  return copy;
}

/** As text: `toEqual` takes an absent member for an undefined one. Sums list their keys as the records came. */
async function everything(store: Store): Promise<readonly string[]> {
  const answers = await readEverything(store.traces);
  const payloads = answers.details.map((detail) => JSON.stringify(detail.payloads));
  return [...payloads, canonicalJson(answers as unknown as JsonValue)];
}

async function expectRoundTrip(patches: readonly Patch[]): Promise<void> {
  const store = await storeOf(patches);
  const before = await everything(store);
  const copy = await copyOf(store);
  expect(await everything(copy)).toEqual(before);
  // A copy of a copy, twice into the same store, and back into the first one.
  await importStore(copy, exportStore(copy));
  await importStore(copy, exportStore(store));
  expect(await everything(copy)).toEqual(before);
  await importStore(store, exportStore(copy));
  expect(await everything(store)).toEqual(before);
}

it('makes an empty store answer as the exported one, whatever clients sent', async () => {
  const seeds = fc.integer({ min: 0, max: 1_000_000 });
  await fc.assert(
    fc.asyncProperty(seeds, (seed) => expectRoundTrip(generateOddTraffic({ seed, traces: 12 }))),
    { numRuns: 60 },
  );
});

it('makes an empty store answer as the exported one after a week of a company', async () => {
  await expectRoundTrip([...generateTraffic({ seed: 3, days: 7, tracesPerDay: 12 })].flat());
});

const at = 1_760_000_000_000;
const CASES: readonly (readonly [string, readonly Patch[]])[] = [
  ['a trace of which nothing is known', [{ kind: 'trace', id: 't', at }]],
  ['a trace that only a score speaks of', [{ kind: 'score', id: 's', at, traceId: 't', value: 0 }]],
  [
    'a trace that began before its only score',
    [
      { kind: 'trace', id: 't', at: at - 5 },
      { kind: 'score', id: 's', at, traceId: 't', value: 'x' },
    ],
  ],
  [
    'a trace with a name, at the time of its score',
    [
      { kind: 'trace', id: 't', at, name: 'n' },
      { kind: 'score', id: 's', at, traceId: 't', dataType: 'BOOLEAN', value: 1, source: 'ANNOTATION' },
    ],
  ],
  [
    'scores on sessions, dataset runs and nothing',
    [
      { kind: 'score', id: 's1', at, sessionId: 'c', name: 'n', value: 1, timestamp: at - 9 },
      {
        kind: 'score',
        id: 's2',
        at,
        datasetRunId: 'r',
        value: 'good',
        dataType: 'TEXT',
        configId: 'k',
        authorId: 'ada',
      },
      { kind: 'score', id: 's3', at, environment: 'prod', metadata: { a: [null, { b: '\ud800' }] } },
    ],
  ],
  [
    'a trace that says other than its root, and empty values',
    [
      { kind: 'trace', id: 't', at, name: '', environment: 'default', input: {}, output: [], isRecord: true },
      {
        kind: 'observation',
        id: 'o',
        traceId: 't',
        at,
        name: 'root',
        environment: 'prod',
        input: 'i',
        output: 0,
      },
    ],
  ],
  [
    'messages one by one, and none of them',
    [{ kind: 'observation', id: 'o', traceId: 't', at, inputMessages: { b: 2, a: 1 }, outputMessages: {} }],
  ],
  [
    'costs of a client, of a list, and of a list that knew no price',
    [
      { kind: 'observation', id: 'o1', traceId: 't', at, cost: { total: 0.1 }, usage: { input: 3 } },
      {
        kind: 'observation',
        id: 'o2',
        traceId: 't',
        at,
        computedCost: { total: 2e-8 },
        provenance: { pricing: { list: 'l', rule: 'r', tier: 't', unpriced: ['audio'] } },
      },
      {
        kind: 'observation',
        id: 'o3',
        traceId: 't',
        at,
        provenance: { rawUsage: {}, pricing: { list: 'l', rule: 'r', tier: 't', unpriced: ['input'] } },
      },
    ],
  ],
  [
    'times out of order, and an observation without a start',
    [
      { kind: 'trace', id: 't', at, timestamp: at + 0.25, sampleRate: 0.5, public: true, tags: ['b', 'a'] },
      { kind: 'observation', id: 'o', traceId: 't', at: at + 7, endTime: at, completionStartTime: at - 1 },
      {
        kind: 'observation',
        id: 'p',
        traceId: 't',
        at,
        startTime: at + 3,
        isAppRoot: true,
        parentId: 'gone',
      },
    ],
  ],
  [
    'names and keys that mean something to JavaScript',
    [
      { kind: 'trace', id: '__proto__', at, metadata: JSON.parse('{"__proto__":{"a":1},"constructor":2}') },
      {
        kind: 'observation',
        id: 'constructor',
        traceId: '__proto__',
        at,
        input: JSON.parse('{"__proto__":1}'),
      },
    ],
  ],
];

it.each(CASES)('brings back %s', (_, patches) => expectRoundTrip(patches));

it('brings back what a trace forgot when its pieces contradict each other', () =>
  expectRoundTrip([
    { kind: 'trace', id: 't', at, metadata: { k: { x: 1 }, list: [1, 2, 3] }, userId: 'ada' },
    { kind: 'trace', id: 't', at: at + 1, mode: 'update', metadata: { k: 5, list: [9] }, userId: null },
    { kind: 'trace', id: 't', at: at + 2, metadata: { k: { y: null } } },
  ]));

it('lets a later export count over an earlier one, and not the other way round', async () => {
  const score: Patch = { kind: 'score', id: 's', at, name: 'quality', value: 0.9, traceId: 't' };
  const store = await storeOf([score]);
  const earlier = await new Response(exportStore(store)).blob();
  await new Promise((resolve) => setTimeout(resolve, 5));
  await store.traces.write([{ ...score, at: at + 1, value: 0.3 }]);
  const later = await new Response(exportStore(store)).blob();
  for (const files of [
    [earlier, later],
    [later, earlier],
  ]) {
    const copy = referenceStore();
    for (const file of files) await importStore(copy, file.stream());
    expect((await copy.traces.listScores()).items).toMatchObject([{ value: 0.3 }]);
  }
});

it('lets what a store was told after the export count over the file', async () => {
  const file = await new Response(
    exportStore(await storeOf([{ kind: 'trace', id: 't', at, name: 'old' }])),
  ).blob();
  const target = await storeOf([
    { kind: 'trace', id: 't', at: Date.now() + 60_000, name: 'new', userId: 'ada' },
  ]);
  await importStore(target, file.stream());
  expect((await target.traces.readTrace('t'))?.trace).toMatchObject({
    name: 'new',
    userId: 'ada',
    timestamp: at,
  });
});
