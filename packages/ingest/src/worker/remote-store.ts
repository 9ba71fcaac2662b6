import { StoreError } from '@oriel/core';
import type { CallOptions, DocumentStore, MediaStore, Store, TraceStore } from '@oriel/core';
import type { PagePort } from './page-port.ts';
import type { CallTarget, ServedStore } from './protocol.ts';

/** The worker's store, as the page sees it. Closing one of its parts closes that part in the worker. */
export function remoteStore(port: PagePort, served: ServedStore): Store {
  return {
    traces: remoteTraces(port, served.traces),
    ...(served.documents && { documents: remoteDocuments(port) }),
    ...(served.media && { media: remoteMedia(port, served.media) }),
  };
}

function remoteTraces(port: PagePort, capabilities: TraceStore['capabilities']): TraceStore {
  const { call, callWith, close, isClosed } = remotePart(port, 'traces');
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
    subscribe: (listener) => (isClosed() ? () => undefined : port.subscribe(listener)),
    close,
  };
}

function remoteDocuments(port: PagePort): DocumentStore {
  const { call, close } = remotePart(port, 'documents');
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

function remoteMedia(port: PagePort, capabilities: MediaStore['capabilities']): MediaStore {
  const { call, close } = remotePart(port, 'media');
  return {
    contract: 1,
    capabilities,
    write: (media, options) => call('write', media, options),
    read: (id, options) => call('read', id, options),
    close,
  };
}

function remotePart(port: PagePort, target: CallTarget) {
  let closing: Promise<void> | null = null;

  const isClosed = () => closing !== null;

  const callWith = async <Value>(
    method: string,
    args: readonly unknown[],
    options?: CallOptions,
  ): Promise<Value> => {
    if (closing) throw new StoreError('closed', `The store's ${target} were closed.`);
    try {
      return await port.call<Value>({ target, method, args, signal: options?.signal });
    } catch (error) {
      throw StoreError.is(error) ? error : uncrossable(target, method, error);
    }
  };

  const call = <Value>(method: string, argument: unknown, options?: CallOptions): Promise<Value> =>
    callWith(method, [argument], options);

  const close = (): Promise<void> => {
    // A connection that has ended has nothing left to free.
    closing ??= port.endReason() ? Promise.resolve() : port.call<void>({ target, method: 'close', args: [] });
    return closing;
  };

  return { isClosed, call, callWith, close };
}

function uncrossable(target: CallTarget, method: string, cause: unknown): StoreError {
  const code = target === 'traces' && method === 'write' ? 'bad-patch' : 'bad-query';
  return new StoreError(
    code,
    `The argument of \`${target}.${method}\` holds something that cannot be sent to a worker, such as a function, so the call was not made. Send plain data.`,
    { cause },
  );
}
