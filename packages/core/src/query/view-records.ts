import type { JsonObject } from '../model/json.ts';
import type { ObservationPayload } from '../model/observation.ts';
import type { Score } from '../model/score.ts';
import type { TracePayload } from '../model/trace.ts';
import { deriveSessions, deriveUsers } from './derive-groups.ts';
import type { Filter } from './filter.ts';
import { matches } from './matches.ts';
import { payloadTexts } from './payload-texts.ts';
import type { StoreContents, StoredTrace } from './store-contents.ts';
import type { RecordPayload, View, ViewItems, ViewRecord } from './view-record.ts';

/** Every record of a view, in no order; with `within`, as if the store held only the traces that meet it. */
export function viewRecords<V extends View>(
  view: V,
  contents: StoreContents,
  within?: Filter,
): readonly ViewRecord<ViewItems[V]>[] {
  return READERS[view](within === undefined ? contents : narrow(contents, within));
}

function narrow({ traces }: StoreContents, within: Filter): StoreContents {
  const kept = traces.filter((trace) => matches('traces', traceRecord(trace), within));
  return { traces: kept, scores: kept.flatMap(({ structure }) => structure.scores) };
}

const READERS: { readonly [V in View]: (contents: StoreContents) => ViewRecord<ViewItems[V]>[] } = {
  traces: ({ traces }) => traces.map(traceRecord),

  observations: ({ traces }) =>
    traces.flatMap(({ structure: { trace, observations, scores }, observationPayload }) =>
      observations.map((item) => ({
        item,
        trace,
        observation: item,
        scores: scores.filter(({ observationId }) => observationId === item.id),
        payload: () => recordPayload(observationPayload(item.id)),
      })),
    ),

  sessions: ({ traces, scores }) =>
    deriveSessions(traces.map(({ structure }) => structure.trace)).map((item) => ({
      ...bare(item),
      scores: scores.filter(({ sessionId }) => sessionId === item.id),
    })),

  users: ({ traces }) =>
    deriveUsers(traces.map(({ structure }) => structure.trace)).map((item) => bare(item)),

  scores({ traces, scores }) {
    const byId = new Map(traces.map(({ structure }) => [structure.trace.id, structure]));
    return scores.map((item) => {
      const structure = item.traceId === null ? undefined : byId.get(item.traceId);
      return {
        ...bare(item, item.metadata),
        trace: structure?.trace ?? null,
        observation: structure?.observations.find(({ id }) => id === item.observationId) ?? null,
      };
    });
  },
};

function traceRecord({
  structure: { trace, scores },
  payload,
}: StoredTrace): ViewRecord<ViewItems['traces']> {
  return { item: trace, trace, observation: null, scores, payload: () => recordPayload(payload()) };
}

function bare<Item>(item: Item, metadata: JsonObject = {}): ViewRecord<Item> {
  return {
    item,
    trace: null,
    observation: null,
    scores: NO_SCORES,
    payload: () => ({ ...NO_PAYLOAD, metadata }),
  };
}

const NO_SCORES: readonly Score[] = [];
const NO_PAYLOAD: RecordPayload = { metadata: {}, input: [], output: [], toolNames: [], convention: null };

/** A payload as queries see it. */
export function recordPayload(payload: TracePayload | ObservationPayload | null): RecordPayload {
  if (payload === null) return NO_PAYLOAD;
  const { metadata, input, output } = payload;
  return {
    metadata,
    input: payloadTexts(input),
    output: payloadTexts(output),
    toolNames: 'tools' in payload ? [...new Set(payload.tools.map(({ name }) => name))].toSorted() : [],
    convention: 'provenance' in payload ? payload.provenance.convention : null,
  };
}
