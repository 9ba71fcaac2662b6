import type { CallOptions } from '../store/call-options.ts';
import type { DocumentStore } from '../store/document-store.ts';
import type { MediaStore } from '../store/media-store.ts';
import type { Store } from '../store/store.ts';
import { StoreError } from '../store/store-error.ts';
import type { TraceChange, TraceStore } from '../store/trace-store.ts';
import type { ServedStore } from './served-store.ts';
import type { StorePart } from './store-methods.ts';

/** A call of a store, as it goes over a wire. */
export interface WireCall {
  readonly target: StorePart;
  readonly method: string;
  /** Everything but the options. */
  readonly args: readonly unknown[];
  readonly signal?: AbortSignal | undefined;
}

/** How a store on the far side is reached: over a message port, over HTTP. */
export interface StoreWire {
  /** @throws StoreError - the far side's own, or the wire's. */
  call(call: WireCall): Promise<unknown>;
  subscribe(listener: (change: TraceChange) => void): () => void;
  /** Frees what a part took; called once for each. */
  close(part: StorePart): Promise<void>;
}

/** A store whose every call goes over a wire. A part that was closed answers no more; the others go on. */
export function storeOverWire(wire: StoreWire, served: ServedStore): Store {
  return {
    traces: tracesOverWire(wire, served.traces),
    ...(served.documents && { documents: documentsOverWire(wire) }),
    ...(served.media && { media: mediaOverWire(wire, served.media) }),
  };
}

function tracesOverWire(wire: StoreWire, capabilities: TraceStore['capabilities']): TraceStore {
  const { call, callWith, close, isClosed } = partOverWire(wire, 'traces');
  return {
    contract: 1,
    capabilities,
    write: (patches, options) => call('write', patches, options),
    resolveTraceId: (anyId, query, options) => callWith('resolveTraceId', [anyId, query], options),
    readTrace: (traceId, options) => call('readTrace', traceId, options),
    readPayloads: (query, options) => call('readPayloads', query, options),
    listTraces: (query, options) => call('listTraces', query, options),
    listObservations: (query, options) => call('listObservations', query, options),
    listSessions: (query, options) => call('listSessions', query, options),
    listUsers: (query, options) => call('listUsers', query, options),
    listScores: (query, options) => call('listScores', query, options),
    aggregate: (query, options) => call('aggregate', query, options),
    facets: (query, options) => call('facets', query, options),
    deleteTraces: (traceIds, options) => call('deleteTraces', traceIds, options),
    subscribe: (listener) => (isClosed() ? () => undefined : wire.subscribe(listener)),
    close,
  };
}

function documentsOverWire(wire: StoreWire): DocumentStore {
  const { call, close } = partOverWire(wire, 'documents');
  return {
    contract: 1,
    write: (document, options) => call('write', document, options),
    read: (reference, options) => call('read', reference, options),
    list: (query, options) => call('list', query, options),
    listVersions: (reference, options) => call('listVersions', reference, options),
    setLabel: (label, options) => call('setLabel', label, options),
    delete: (reference, options) => call('delete', reference, options),
    close,
  };
}

function mediaOverWire(wire: StoreWire, capabilities: MediaStore['capabilities']): MediaStore {
  const { call, close } = partOverWire(wire, 'media');
  return {
    contract: 1,
    capabilities,
    write: (media, options) => call('write', media, options),
    read: (id, options) => call('read', id, options),
    close,
  };
}

function partOverWire(wire: StoreWire, target: StorePart) {
  let closing: Promise<void> | null = null;

  const callWith = async <Value>(
    method: string,
    args: readonly unknown[],
    options?: CallOptions,
  ): Promise<Value> => {
    if (closing) throw new StoreError('closed', `The store's ${target} were closed. Open the store again.`);
    return (await wire.call({ target, method, args, signal: options?.signal })) as Value;
  };

  return {
    isClosed: () => closing !== null,
    call: <Value>(method: string, argument: unknown, options?: CallOptions): Promise<Value> =>
      callWith(method, [argument], options),
    callWith,
    close: (): Promise<void> => (closing ??= wire.close(target)),
  };
}
