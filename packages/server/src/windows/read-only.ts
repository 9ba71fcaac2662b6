import { StoreError } from '@oriel/core';
import type { DocumentStore, MediaStore, TraceStore } from '@oriel/core';

/** Traces that may be read and not changed. Each method is named: a store may be a class, and what a contract gains later must not get through by itself. */
export function readOnlyTraces(traces: TraceStore): TraceStore {
  return {
    contract: traces.contract,
    capabilities: { ...traces.capabilities, writable: false },
    write: refuse,
    deleteTraces: refuse,
    resolveTraceId: (anyId, query, options) => traces.resolveTraceId(anyId, query, options),
    readTrace: (traceId, options) => traces.readTrace(traceId, options),
    readPayloads: (query, options) => traces.readPayloads(query, options),
    listTraces: (query, options) => traces.listTraces(query, options),
    listObservations: (query, options) => traces.listObservations(query, options),
    listSessions: (query, options) => traces.listSessions(query, options),
    listUsers: (query, options) => traces.listUsers(query, options),
    listScores: (query, options) => traces.listScores(query, options),
    aggregate: (query, options) => traces.aggregate(query, options),
    facets: (query, options) => traces.facets(query, options),
    subscribe: (listener) => traces.subscribe(listener),
    close: () => traces.close(),
  };
}

/** Documents that may be read and not changed. */
export function readOnlyDocuments(documents: DocumentStore): DocumentStore {
  return {
    contract: documents.contract,
    write: refuse,
    setLabel: refuse,
    delete: refuse,
    read: (reference, options) => documents.read(reference, options),
    list: (query, options) => documents.list(query, options),
    listVersions: (reference, options) => documents.listVersions(reference, options),
    close: () => documents.close(),
  };
}

/** Media that may be read and not added to. */
export function readOnlyMedia(media: MediaStore): MediaStore {
  return {
    contract: media.contract,
    capabilities: media.capabilities,
    write: refuse,
    read: (id, options) => media.read(id, options),
    close: () => media.close(),
  };
}

function refuse(): Promise<never> {
  return Promise.reject(
    new StoreError('forbidden', 'Nothing was changed: these credentials may only read. Use the secret key.'),
  );
}
