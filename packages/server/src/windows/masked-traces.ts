import type {
  Observation,
  ObservationPayload,
  Score,
  TracePayload,
  TracePayloads,
  TraceStore,
} from '@oriel/core';
import type { Masker } from '@oriel/ingest';
import {
  isScoreValue,
  maskedAggregateQuery,
  maskedFacetQuery,
  maskedPageQuery,
  maskedQuery,
} from './masked-query.ts';

/**
 * Traces whose payloads, status messages, comments and texts of scores are masked as they are read, and of which
 * nothing can be asked that would tell them. Names, ids and tags stay: records are found by them.
 */
export function maskedTraces(store: TraceStore, masker: Masker): TraceStore {
  const asPatch = <Fields extends object>(fields: Fields): Fields => {
    const [masked] = masker.mask([{ kind: 'observation', id: 'o', traceId: 't', at: 0, ...fields }]);
    return masked as unknown as Fields;
  };
  const payload = ({ input, output, metadata }: TracePayload): TracePayload => {
    const masked = asPatch({ input, output, metadata });
    return { input: masked.input, output: masked.output, metadata: masked.metadata };
  };
  const observationPayload = (whole: ObservationPayload): ObservationPayload => {
    const { id, modelParameters, tools, provenance } = whole;
    const masked = asPatch({ modelParameters, tools, provenance });
    return {
      id,
      ...payload(whole),
      modelParameters: masked.modelParameters,
      tools: masked.tools,
      provenance: masked.provenance,
    };
  };
  const observation = (whole: Observation): Observation => {
    const { statusMessage } = whole;
    return statusMessage === null
      ? whole
      : { ...whole, statusMessage: asPatch({ statusMessage }).statusMessage };
  };
  const score = (whole: Score): Score => {
    const { comment, value, metadata } = whole;
    const [masked] = masker.mask([{ kind: 'score', id: 's', at: 0, comment, value, metadata }]);
    const { comment: hidden, value: shown, metadata: rest } = masked as unknown as Score;
    return { ...whole, comment: hidden, value: shown, metadata: rest };
  };
  const payloads = ({ trace, observations }: TracePayloads): TracePayloads => ({
    trace: trace && payload(trace),
    observations: observations.map(observationPayload),
  });

  return {
    contract: store.contract,
    capabilities: store.capabilities,
    write: (patches, options) => store.write(patches, options),
    deleteTraces: (traceIds, options) => store.deleteTraces(traceIds, options),
    subscribe: (listener) => store.subscribe(listener),
    close: () => store.close(),
    resolveTraceId: async (anyId, query = {}, options) =>
      store.resolveTraceId(anyId, maskedQuery(query), options),
    async readTrace(traceId, options) {
      const structure = await store.readTrace(traceId, options);
      if (!structure) return null;
      const { trace, observations, scores } = structure;
      return { trace, observations: observations.map(observation), scores: scores.map(score) };
    },
    readPayloads: async (query, options) => payloads(await store.readPayloads(query, options)),
    listTraces: async (query = {}, options) => store.listTraces(maskedPageQuery(query), options),
    async listObservations(query = {}, options) {
      const { items, nextCursor } = await store.listObservations(maskedPageQuery(query), options);
      return { items: items.map(observation), nextCursor };
    },
    listSessions: async (query = {}, options) => store.listSessions(maskedPageQuery(query), options),
    listUsers: async (query = {}, options) => store.listUsers(maskedPageQuery(query), options),
    async listScores(query = {}, options) {
      const { items, nextCursor } = await store.listScores(maskedPageQuery(query), options);
      return { items: items.map(score), nextCursor };
    },
    aggregate: async (query, options) => store.aggregate(maskedAggregateQuery(query), options),
    async facets(query, options) {
      const facets = await store.facets(maskedFacetQuery(query), options);
      return facets.map((facet) =>
        isScoreValue(facet.field)
          ? { ...facet, values: facet.values.filter(({ value }) => typeof value !== 'string') }
          : facet,
      );
    },
  };
}
