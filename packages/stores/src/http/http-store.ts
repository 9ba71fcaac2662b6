import { StoreError } from '@oriel/core';
import type { JsonValue, MediaWrite, Store } from '@oriel/core';
import {
  CHANGES_PATH,
  commonVersion,
  encodeCallBody,
  GROWING_LISTS,
  JSON_TYPE,
  methodPath,
  POSITION_HEADER,
  PROTOCOL_VERSIONS,
  readGreeting,
  STORE_PATH,
  storeOverWire,
  versionPath,
} from '@oriel/core/protocol';
import type { StorePart, StoreWire, WireCall } from '@oriel/core/protocol';
import type { HttpStoreOptions } from './http-store-options.ts';
import { LiveChanges } from './live-changes.ts';
import { mediaRequest, readMedia } from './media-calls.ts';
import { valueReader } from './read-answer.ts';
import { createRequester } from './requester.ts';
import type { ReadAnswer, Requester } from './requester.ts';
import { ShownTraces } from './shown-traces.ts';

/**
 * The store behind a collector, with what its token lets see of it. Resolves when the server has said what it is.
 *
 * Calls that fail for now are tried again, except where doing them twice would differ from doing them once: writing a
 * document. Changes are told while somebody subscribes.
 *
 * @example
 * const store = await httpStore({ url: 'https://traces.example.com', token: () => fetchEmbedToken() });
 *
 * @throws StoreError `unavailable` - the server cannot be reached; `forbidden` - it does not accept the token;
 * `unsupported` - there is no collector, or none of a version this one can talk to.
 */
export async function httpStore(options: HttpStoreOptions): Promise<Store> {
  const requester = createRequester(options);
  let position: string | null = null;
  const readHello: ReadAnswer<JsonValue> = (response, progress) => {
    position = response.headers.get(POSITION_HEADER);
    return valueReader(undefined)(response, progress);
  };
  const hello = await requester.send({ method: 'GET', path: STORE_PATH, isRepeatable: true }, readHello);
  const greeting = readGreeting(hello);
  const version = greeting && commonVersion(greeting.versions);
  if (greeting === null || version === null) throw noCommonVersion(greeting?.versions ?? null);
  const wire = httpWire(requester, versionPath(version), position, options);
  return storeOverWire(wire, greeting.store);
}

/** Calls that do something else when they are done twice. */
const ONCE: readonly string[] = ['documents.write'];

function httpWire(
  requester: Requester,
  path: string,
  position: string | null,
  { onConnection = () => undefined }: HttpStoreOptions,
): StoreWire {
  const closing = {
    traces: new AbortController(),
    documents: new AbortController(),
    media: new AbortController(),
  };
  const shown = new ShownTraces();
  const changes = new LiveChanges({
    requester,
    path: path + CHANGES_PATH,
    shown: () => shown.ids(),
    onConnection,
    closing: closing.traces.signal,
  });
  changes.notePosition(position);

  async function call({ target, method, args, signal }: WireCall): Promise<unknown> {
    const name = `${target}.${method}`;
    const isUpload = name === 'media.write';
    const read: ReadAnswer<unknown> =
      name === 'media.read'
        ? readMedia
        : valueReader(target === 'traces' ? GROWING_LISTS[method] : undefined);
    const request = {
      method: isUpload ? ('PUT' as const) : ('POST' as const),
      path: path + methodPath(target, method),
      ...(isUpload
        ? mediaRequest(args[0] as MediaWrite)
        : { headers: { 'content-type': JSON_TYPE }, body: encodeCallBody(target, method, args) }),
      isRepeatable: !ONCE.includes(name),
      signal: AbortSignal.any([closing[target].signal, ...(signal ? [signal] : [])]),
    };
    try {
      const answer = await requester.send(request, (response, progress) => {
        changes.notePosition(response.headers.get(POSITION_HEADER));
        return read(response, progress);
      });
      if (target === 'traces') shown.note(method, args, answer as Parameters<ShownTraces['note']>[2]);
      return answer ?? (ANSWERS_NULL.has(name) ? null : undefined);
    } catch (error) {
      throw closing[target].signal.aborted ? closedMeanwhile(target) : error;
    }
  }

  return {
    call,
    subscribe: (listener) => changes.subscribe(listener),
    close: (part) => {
      closing[part].abort();
      return Promise.resolve();
    },
  };
}

/** Calls that answer `null` for nothing; the others that answer with nothing answer `undefined`. */
const ANSWERS_NULL: ReadonlySet<string> = new Set([
  'traces.resolveTraceId',
  'traces.readTrace',
  'documents.read',
  'media.read',
]);

function closedMeanwhile(part: StorePart): StoreError {
  return new StoreError('closed', `The store's ${part} were closed while the call was under way.`);
}

function noCommonVersion(versions: readonly number[] | null): StoreError {
  const why =
    versions === null
      ? "What answers at the store's `url` is no Oriel collector. Check the address"
      : `The server speaks version ${versions.join(', ')} of the store protocol and this page version ${PROTOCOL_VERSIONS.join(', ')}. Update the older side`;
  return new StoreError('unsupported', `${why}, so the store was not opened.`);
}
