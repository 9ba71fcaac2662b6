import { StoreError } from '@oriel/core';
import {
  CHANGES_PATH,
  EVENTS_TYPE,
  greetingOf,
  MEDIA_HEADER,
  methodPath,
  POSITION_HEADER,
  PROTOCOL_VERSIONS,
  readCall,
  STORE_METHODS,
  STORE_PATH,
  versionPath,
} from '@oriel/core/protocol';
import type { StorePart } from '@oriel/core/protocol';
import { readBody } from '../../http/read-body.ts';
import { changeStream } from '../../live/change-stream.ts';
import type { Call, Route } from '../../route.ts';
import { refuseAsStore } from './refuse-as-store.ts';
import { storeAnswer, valueAnswer } from './store-answers.ts';

/** Methods that change something, with what they take beyond reading. */
const WRITES: Readonly<Record<string, Route['right']>> = {
  // What exactly may be written is for the sender's window to say: everything, scores, nothing.
  'traces.write': 'score',
  'traces.deleteTraces': 'manage',
  'documents.write': 'manage',
  'documents.setLabel': 'manage',
  'documents.delete': 'manage',
  'media.write': 'manage',
};

const PARTS: readonly StorePart[] = ['traces', 'documents', 'media'];

/** The store itself, over HTTP: what `httpStore` talks to. */
export const STORE_ROUTES: readonly Route[] = [
  { method: 'GET', path: STORE_PATH, right: 'read', answer: greet, refuse: refuseAsStore },
  ...PROTOCOL_VERSIONS.flatMap((version) => [
    {
      method: 'GET' as const,
      path: versionPath(version) + CHANGES_PATH,
      right: 'read' as const,
      answer: tellChanges,
      refuse: refuseAsStore,
    },
    ...PARTS.flatMap((part) => STORE_METHODS[part].map((method) => methodRoute(version, part, method))),
  ]),
];

function methodRoute(version: number, part: StorePart, method: string): Route {
  const isUpload = part === 'media' && method === 'write';
  return {
    method: isUpload ? 'PUT' : 'POST',
    path: versionPath(version) + methodPath(part, method),
    right: WRITES[`${part}.${method}`] ?? 'read',
    isScoped: true,
    answer: async (call) => {
      // From before the call: what changes while it is made is news for whoever makes it.
      const position = call.changes.position();
      const response = await (isUpload ? takeMedia(call) : makeCall(call, part, method));
      response.headers.set(POSITION_HEADER, position);
      return response;
    },
    refuse: refuseAsStore,
  };
}

function greet({ store, changes, services }: Call): Response {
  const greeting = greetingOf(store);
  const { media } = greeting.store;
  const maxBytes = Math.min(media?.maxBytes ?? 0, services.limits.maxMediaBytes);
  const value = { ...greeting, store: { ...greeting.store, media: media && { ...media, maxBytes } } };
  const response = valueAnswer(value);
  response.headers.set(POSITION_HEADER, changes.position());
  return response;
}

async function makeCall(
  { request, store, services }: Call,
  part: StorePart,
  method: string,
): Promise<Response> {
  const body = await readBody(request, services.limits.maxBodyBytes);
  const args = readCall(part, method, new TextDecoder().decode(body));
  const target = store[part];
  if (!target) throw notServed(part);
  const make = Reflect.get(target, method) as (...args: readonly unknown[]) => Promise<unknown>;
  const value = await make.apply(target, [...args, { signal: request.signal }]);
  return storeAnswer(part, method, value);
}

async function takeMedia({ request, store, services }: Call): Promise<Response> {
  const bytes = await readBody(request, services.limits.maxMediaBytes);
  const contentType = contentTypeOf(request.headers.get(MEDIA_HEADER));
  if (!store.media) throw notServed('media');
  return valueAnswer(await store.media.write({ contentType, bytes }, { signal: request.signal }));
}

function contentTypeOf(header: string | null): string {
  try {
    const { contentType } = JSON.parse(header ?? '') as { readonly contentType?: unknown };
    if (typeof contentType === 'string') return contentType;
  } catch (cause) {
    throw noDescription(cause);
  }
  throw noDescription();
}

function tellChanges({ request, changes, ending }: Call): Response {
  const lastEventId = request.headers.get('last-event-id');
  const stream = changeStream({ hub: changes, lastEventId, end: ending() });
  const headers = {
    'content-type': EVENTS_TYPE,
    'cache-control': 'no-store, no-transform',
    // nginx would keep events until it has a buffer of them.
    'x-accel-buffering': 'no',
  };
  return new Response(stream, { headers });
}

function notServed(part: StorePart): StoreError {
  return new StoreError('unsupported', `These credentials, or this store, have no ${part}.`);
}

function noDescription(cause?: unknown): StoreError {
  return new StoreError(
    'bad-query',
    `The media were not stored: the header \`${MEDIA_HEADER}\` has to hold {"contentType": …} as JSON.`,
    { cause },
  );
}
