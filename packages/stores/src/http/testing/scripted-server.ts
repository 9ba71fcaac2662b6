import { referenceStore } from '@oriel/core';
import { greetingOf } from '@oriel/core/protocol';
import { httpStore } from '../http-store.ts';
import type { HttpStoreOptions } from '../http-store-options.ts';

/** What a server answers to a request. */
export type Answer = (request: Request) => Response | Promise<Response>;

export const value =
  (json: unknown, headers = {}): Answer =>
  () =>
    Response.json({ value: json }, { headers });
export const refusal =
  (status: number, code?: string, headers = {}): Answer =>
  () =>
    Response.json({ error: { code, message: `It is ${code}.` } }, { status, headers });
export const unreachable: Answer = () => Promise.reject(new TypeError('fetch failed'));
const GREETING = value(greetingOf(referenceStore()), { 'oriel-position': 'p.0' });

/** A store whose server answers these in their order, after its greeting. */
export async function storeAnswered(answers: readonly Answer[], options: Partial<HttpStoreOptions> = {}) {
  const requests: Request[] = [];
  const left = [...answers];
  const fetch = async (request: Request) => {
    const isGreeting = new URL(request.url).pathname === '/base/api/oriel';
    if (!isGreeting) requests.push(request);
    const answer = isGreeting ? GREETING : left.shift();
    if (!answer) throw new Error('Nobody expected another request.');
    return answer(request);
  };
  const store = await httpStore({ url: 'https://host.test/base/', fetch, ...options });
  const { traces, documents } = store;
  if (!documents) throw new Error('The greeting speaks of documents.');
  return { traces, documents, requests };
}
