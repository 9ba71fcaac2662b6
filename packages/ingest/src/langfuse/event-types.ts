import type { ObservationType } from '@oriel/core';

/** Which fields the body of an observation event may carry; each kind has those of the ones before it. */
type BodyKind = 'event' | 'span' | 'generation';

/** What an event of the batch protocol is about. */
export type EventType =
  | { readonly record: 'trace' }
  | { readonly record: 'score' }
  | {
      readonly record: 'observation';
      readonly mode: 'create' | 'update';
      readonly body: BodyKind;
      /** `null`: the body names it, as old SDKs do. */
      readonly type: ObservationType | null;
    }
  /** Accepted and not kept. */
  | { readonly record: 'none' };

const creates = (body: BodyKind, type: ObservationType | null): EventType => ({
  record: 'observation',
  mode: 'create',
  body,
  type,
});
const updates = (body: BodyKind, type: ObservationType | null): EventType => ({
  record: 'observation',
  mode: 'update',
  body,
  type,
});

/** Every event type a client may send (reference 2.2). */
export const EVENT_TYPES: ReadonlyMap<string, EventType> = new Map<string, EventType>([
  ['trace-create', { record: 'trace' }],
  ['score-create', { record: 'score' }],
  ['event-create', creates('event', 'EVENT')],
  ['span-create', creates('span', 'SPAN')],
  ['span-update', updates('span', 'SPAN')],
  ['generation-create', creates('generation', 'GENERATION')],
  ['generation-update', updates('generation', 'GENERATION')],
  ['agent-create', creates('generation', 'AGENT')],
  ['tool-create', creates('generation', 'TOOL')],
  ['chain-create', creates('generation', 'CHAIN')],
  ['retriever-create', creates('generation', 'RETRIEVER')],
  ['evaluator-create', creates('generation', 'EVALUATOR')],
  ['embedding-create', creates('generation', 'EMBEDDING')],
  ['guardrail-create', creates('generation', 'GUARDRAIL')],
  ['observation-create', creates('generation', null)],
  ['observation-update', updates('generation', null)],
  ['sdk-log', { record: 'none' }],
]);
