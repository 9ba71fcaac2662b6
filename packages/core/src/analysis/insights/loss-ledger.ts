import type { ObservationId } from '../../model/ids.ts';
import type { JsonValue } from '../../model/json.ts';
import { isJsonObject } from '../../model/json.ts';
import type { Observation, ObservationPayload } from '../../model/observation.ts';
import type { TraceStructure } from '../../model/trace.ts';
import { isUnpriced } from '../usage/is-unpriced.ts';
import { layoutTraceTree } from '../trace-tree/layout-trace-tree.ts';
import type { TraceTreeLayout } from '../trace-tree/layout-trace-tree.ts';
import { finish, ROWS_AT_ONCE } from '../pausable.ts';
import type { Pausable } from '../pausable.ts';
import type { PayloadMap } from './insight-source.ts';

/** What can be missing from a trace, or have been changed about it, before anybody looks. */
export const LOSS_CODES = [
  /** Other traces like this one were not kept. */
  'sampled',
  /** The parent never arrived: the observation stands as a root. */
  'missing-parent',
  /** Observations were each other's parents: the circle was opened at its earliest. */
  'opened-cycle',
  /** Several observations with one id; children belong to one of them. The same event twice is not: decision 23. */
  'duplicate-id',
  /** The end never arrived, although what it ran in has ended. */
  'missing-end',
  /** It still runs: what is shown will change. */
  'running',
  /** It says that it began before what started it. */
  'early-start',
  /** A model was called and nobody counted: totals are too low. */
  'missing-usage',
  /** Tokens without a price: costs are too low. */
  'unpriced',
  /** Some of its counts have no price: costs are too low. */
  'partly-unpriced',
  /** Counts that contradict each other. */
  'doubtful-usage',
  /** Its counts only repeat those of the calls below, and count once. */
  'counted-once',
  /** Neither input nor output was captured. */
  'missing-payload',
  /** Text was hidden before it was stored. */
  'masked',
  /** The sender cut something off, or took a file out and failed to send it. */
  'truncated',
] as const;
export type LossCode = (typeof LOSS_CODES)[number];

/** One kind of loss. */
export interface Loss {
  readonly code: LossCode;
  /** Count of observations it concerns; 0 where it concerns the trace. */
  readonly count: number;
  /** For `sampled`: share of such traces that was kept, 0 to 1. Else `null`. */
  readonly share: number | null;
  readonly evidence: readonly ObservationId[];
}

/** What a trace does not show, or not as it was sent. */
export interface LossLedger {
  /** In the order of {@link LOSS_CODES}; only what occurs. */
  readonly losses: readonly Loss[];
  /** Some losses show in payloads only: how many there are, and how many of them were looked at. */
  readonly payloads: { readonly wanted: number; readonly read: number };
}

export interface LossLedgerOptions {
  /** The tree of the same observations, where one was made already. @defaultValue laid out here */
  readonly layout?: TraceTreeLayout | undefined;
  /** Payloads that were read. @defaultValue none */
  readonly payloads?: PayloadMap | undefined;
}

/** Counts what was sampled, cut, joined, hung elsewhere or hidden, and what never arrived. */
export function lossLedger(structure: TraceStructure, options: LossLedgerOptions = {}): LossLedger {
  return finish(lossLedgerInSteps(structure, options));
}

/** {@link lossLedger} as work that can be put aside, for a thread that has other things to do. */
export function* lossLedgerInSteps(
  structure: TraceStructure,
  options: LossLedgerOptions = {},
): Pausable<LossLedger> {
  const { layout = layoutTraceTree(structure), payloads = new Map() } = options;
  const evidence = new Map<LossCode, ObservationId[]>();
  const note = (code: LossCode, { id }: { readonly id: ObservationId }) => {
    const ids = evidence.get(code);
    if (ids) ids.push(id);
    else evidence.set(code, [id]);
  };

  yield* noteTreeLosses(layout, note);
  let read = 0;
  for (const [index, observation] of structure.observations.entries()) {
    if (index % ROWS_AT_ONCE === 0) yield;
    if (isUnpriced(observation)) note('unpriced', observation);
    const payload = payloads.size === 0 ? undefined : payloads.get(observation.id);
    if (payload) {
      yield;
      read += 1;
      notePayloadLosses(observation, payload, note);
    }
    const isWrapper = payload?.provenance.usageRule === 'aggregate';
    if (observation.type === 'GENERATION' && observation.endTime !== null && !isWrapper) {
      if (isEmpty(observation.usage)) note('missing-usage', observation);
    }
  }

  const { sampleRate } = structure.trace;
  return {
    losses: LOSS_CODES.flatMap((code): Loss[] => {
      if (code === 'sampled') {
        return sampleRate === null || sampleRate >= 1
          ? []
          : [{ code, count: 0, share: sampleRate, evidence: [] }];
      }
      const ids = evidence.get(code);
      return ids ? [{ code, count: ids.length, share: null, evidence: ids }] : [];
    }),
    payloads: { wanted: structure.observations.length, read },
  };
}

type Note = (code: LossCode, observation: Observation) => void;

function isEmpty(counts: Observation['usage']): boolean {
  for (const key in counts) return counts[key] === undefined;
  return true;
}

function* noteTreeLosses(
  { observations, rowCount, order, parent, head }: TraceTreeLayout,
  note: Note,
): Pausable<void> {
  const ids = new Set<ObservationId>();
  for (const [index, observation] of observations.entries()) {
    if (index % ROWS_AT_ONCE === 0) yield;
    if (ids.has(observation.id)) note('duplicate-id', observation);
    ids.add(observation.id);
  }
  const hasEnded = new Uint8Array(rowCount);
  for (let row = 0; row < rowCount; row += 1) {
    if (row % ROWS_AT_ONCE === 0) yield;
    const observation = observations[order[row] as number];
    if (!observation) continue;
    const above = parent[row] as number;
    const outer = above === -1 ? undefined : observations[order[above] as number];
    const { parentId, isAppRoot, startTime, endTime, type } = observation;
    if (!outer && parentId !== null && !(head && parentId === head.id)) {
      if (ids.has(parentId)) note('opened-cycle', observation);
      // A parent in another application is not ours to miss.
      else if (!isAppRoot) note('missing-parent', observation);
    }
    if (outer && startTime < outer.startTime) note('early-start', observation);
    hasEnded[row] = endTime !== null || (above !== -1 && hasEnded[above]) ? 1 : 0;
    if (endTime === null && type !== 'EVENT') note(hasEnded[row] ? 'missing-end' : 'running', observation);
  }
}

/** What the bundled rules of masking leave in the place of what they hide. */
const MASKED = /<(?:api-key|authorization|card|credential|email|iban|ip|jwt|pem|phone)>|<fully masked due to/;
const UPLOAD_FAILED = /<Upload handling failed for/;
const DROPPED = ['droppedAttributesCount', 'droppedEventsCount', 'droppedLinksCount'];

function notePayloadLosses(observation: Observation, payload: ObservationPayload, note: Note): void {
  const { input, output, metadata, provenance } = payload;
  if ((provenance.pricing?.unpriced.length ?? 0) > 0) note('partly-unpriced', observation);
  if (provenance.usageWarning !== null) note('doubtful-usage', observation);
  if (provenance.usageRule === 'aggregate') note('counted-once', observation);
  if (input === null && output === null && observation.type !== 'EVENT') note('missing-payload', observation);
  const parts = [input, output, metadata, observation.statusMessage];
  if (parts.some((part) => hasText(part, MASKED))) note('masked', observation);
  if (
    DROPPED.some((key) => key in metadata) ||
    [input, output].some((part) => hasText(part, UPLOAD_FAILED))
  ) {
    note('truncated', observation);
  }
}

function hasText(value: JsonValue, pattern: RegExp): boolean {
  const open: JsonValue[] = [value];
  while (open.length > 0) {
    const next = open.pop() as JsonValue;
    if (typeof next === 'string') {
      if (pattern.test(next)) return true;
    } else if (Array.isArray(next)) {
      for (const item of next as readonly JsonValue[]) open.push(item);
    } else if (isJsonObject(next)) {
      for (const item of Object.values(next)) open.push(item);
    }
  }
  return false;
}
