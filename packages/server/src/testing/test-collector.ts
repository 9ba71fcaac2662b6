import { referenceStore } from '@oriel/core';
import type { JsonValue, Store } from '@oriel/core';
import { createCollector } from '../create-collector.ts';
import type { Collector } from '../create-collector.ts';
import type { CollectorEvent, CollectorOptions } from '../collector-options.ts';

export const PUBLIC_KEY = 'pk-lf-test';
export const SECRET_KEY = 'sk-lf-test';
export const ORIGIN = 'http://collector.test';

/** What SDKs send with both keys. */
export const BASIC = `Basic ${btoa(`${PUBLIC_KEY}:${SECRET_KEY}`)}`;
/** What a page sends. */
export const BEARER = `Bearer ${PUBLIC_KEY}`;

export interface TestCollector {
  readonly collector: Collector;
  readonly store: Store;
  readonly events: readonly CollectorEvent[];
  /** Sends a request with both keys, unless `authorization` says otherwise. Objects are sent as JSON. */
  readonly send: (method: string, path: string, body?: unknown, headers?: Headers) => Promise<Response>;
  /** {@link send}, and the JSON it answers. */
  readonly ask: (method: string, path: string, body?: unknown) => Promise<JsonValue>;
}

type Headers = Readonly<Record<string, string>>;

/** A collector over the store that defines the answers, with one pair of keys. */
export function testCollector(options: Partial<CollectorOptions> = {}): TestCollector {
  const store = options.store ?? referenceStore();
  const events: CollectorEvent[] = [];
  const collector = createCollector({
    keys: [{ publicKey: PUBLIC_KEY, secretKey: SECRET_KEY }],
    onEvent: (event) => events.push(event),
    ...options,
    store,
  });
  const send: TestCollector['send'] = (method, path, body, headers = {}) =>
    collector(
      new Request(`${ORIGIN}${path}`, {
        method,
        headers: { authorization: BASIC, 'content-type': 'application/json', ...headers },
        ...(body === undefined ? undefined : { body: bodyOf(body) }),
      }),
    );
  const ask: TestCollector['ask'] = async (method, path, body) => {
    const response = await send(method, path, body);
    return (await response.json()) as JsonValue;
  };
  return { collector, store, events, send, ask };
}

function bodyOf(body: unknown): BodyInit {
  return body instanceof Uint8Array || typeof body === 'string' ? (body as BodyInit) : JSON.stringify(body);
}
