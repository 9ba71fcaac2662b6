import { referenceStore } from '@oriel/core';
import type { Milliseconds, Patch, TraceStore } from '@oriel/core';
import { parsePayload } from '@oriel/ingest';
import type { ParsedPayload } from '@oriel/ingest';
import type { FuzzInput } from './generate-input.ts';

/** No input is large enough to take a hundredth of this, so slowness of the machine does not fail it. */
const MAX_TIME: Milliseconds = 5000;
/** Values may nest as deeply as bodies may, and a little deeper in metadata that wraps them. */
const MAX_VALUE_DEPTH = 1100;

/** The promise that an input breaks, in words; `null` when it breaks none. */
export async function checkInput(input: FuzzInput): Promise<string | null> {
  const started = performance.now();
  try {
    const parsed = await parsePayload(input.payload, { now: () => 1_760_000_000_000 });
    return (
      checkShape(parsed) ??
      (await checkSurvivors(input, parsed)) ??
      (await checkStored(parsed.patches)) ??
      checkTime(performance.now() - started)
    );
  } catch (error) {
    return `it throws: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
  }
}

function checkTime(taken: Milliseconds): string | null {
  return taken > MAX_TIME ? `it takes ${Math.round(taken)} ms` : null;
}

/** Every part of an input is kept, rejected with a reason, or passed over with a reason. */
function checkShape({ patches, media, rejected, ignored }: ParsedPayload): string | null {
  if (patches.length === 0 && media.length === 0 && rejected.length === 0 && ignored === null) {
    return 'it vanishes: nothing is kept, rejected or passed over';
  }
  for (const { where, reason } of rejected) {
    if (where === '') return 'a rejected item has no place';
    if (!reason.endsWith('.')) return `the reason ${JSON.stringify(reason)} is no sentence`;
  }
  const places = rejected.map(({ where }) => where).filter((where) => where !== 'body');
  const repeated = places.find((where, index) => places.indexOf(where) !== index);
  if (repeated !== undefined) return `${repeated} is rejected twice`;
  for (const patch of patches) {
    const problem = whyNoJson(patch);
    if (problem !== null) return `a patch of ${patch.kind} ${patch.id} holds ${problem}`;
  }
  return null;
}

/** Patches cross workers and become JSON. Fields that nobody set may be `undefined`, values inside them not. */
function whyNoJson(patch: Patch): string | null {
  for (const [field, value] of Object.entries(patch) as [string, unknown][]) {
    const problem = value === undefined ? null : whyNoJsonValue(value, 0);
    if (problem !== null) return `${problem} in ${field}`;
  }
  return null;
}

function whyNoJsonValue(value: unknown, depth: number): string | null {
  if (depth > MAX_VALUE_DEPTH) return 'a value that nests too deeply';
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return null;
  if (typeof value === 'number') return Number.isFinite(value) ? null : `the number ${value}`;
  if (typeof value !== 'object') return `a value of type ${typeof value}`;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (!Array.isArray(value) && prototype !== Object.prototype) return 'an object with a strange prototype';
  for (const member of Object.values(value) as unknown[]) {
    const problem = whyNoJsonValue(member, depth + 1);
    if (problem !== null) return problem;
  }
  return null;
}

async function checkSurvivors({ survivors }: FuzzInput, { patches }: ParsedPayload): Promise<string | null> {
  const kept = new Set(patches.map(keyOf));
  for (const survivor of survivors) {
    const own = await parsePayload(survivor);
    const lost = own.patches.map(keyOf).find((key) => !kept.has(key));
    if (lost !== undefined) return `${lost} is lost beside a broken item`;
  }
  return null;
}

function keyOf(patch: Patch): string {
  return patch.kind === 'observation'
    ? `observation ${patch.id} of ${patch.traceId}`
    : `${patch.kind} ${patch.id}`;
}

/** A store takes the patches, gives back every record, and has the same whatever the order. */
async function checkStored(patches: readonly Patch[]): Promise<string | null> {
  if (patches.length === 0) return null;
  const { traces: store } = referenceStore();
  await store.write(patches);
  for (const patch of patches) {
    if (patch.kind === 'score') continue;
    const traceId = patch.kind === 'trace' ? patch.id : patch.traceId;
    const structure = await store.readTrace(traceId);
    if (structure === null) return `trace ${traceId} was written and is not there`;
    if (patch.kind !== 'observation') continue;
    if (!structure.observations.some(({ id }) => id === patch.id))
      return `${keyOf(patch)} was written and is not there`;
  }
  const { traces: other } = referenceStore();
  await other.write([...patches.toReversed(), ...patches]);
  const [read, again] = [await readAll(store), await readAll(other)];
  return read === again ? null : 'the records depend on the order of the patches';
}

async function readAll(store: TraceStore): Promise<string> {
  const { items } = await store.listTraces({ limit: 1000 });
  const scores = await store.listScores({ limit: 1000 });
  const traces = [];
  for (const { id } of items) {
    const structure = await store.readTrace(id);
    const observationIds = structure?.observations.map((observation) => observation.id) ?? [];
    traces.push([structure, await store.readPayloads({ traceId: id, observationIds })]);
  }
  return canonicalText([traces, scores.items]);
}

/** Keys in order: which of two equal values came first may show in the order of theirs. */
function canonicalText(value: unknown): string {
  return JSON.stringify(value, (_, member: unknown) => {
    if (typeof member !== 'object' || member === null || Array.isArray(member)) return member;
    return Object.fromEntries(Object.entries(member).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  });
}
