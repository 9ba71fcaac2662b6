import { randomBytes } from 'node:crypto';
import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import type { Patch } from '@oriel/core';
import { memoryStore } from '@oriel/stores/memory';
import { afterEach, describe, expect, it } from 'vitest';
import { signEmbedToken } from './auth/sign-embed-token.ts';
import { ROUTES } from './routes.ts';
import { BASIC, BEARER, PUBLIC_KEY, testCollector } from './testing/test-collector.ts';
import { serve } from './node/serve.ts';
import type { CollectorServer } from './node/serve.ts';

const KEY = { id: 'november', secret: randomBytes(32).toString('base64') };
const STRANGER = { id: KEY.id, secret: randomBytes(32).toString('base64') };
const SCOPE = { traces: { field: 'userId', op: '=', value: 'ada' } } as const;
const LIMITS = { maxBodyBytes: 100_000, maxUnpackedBytes: 1_000_000 };

const servers: CollectorServer[] = [];

/** A collector over a port, with these records and no others. */
async function served(patches: readonly Patch[], requestTimeoutMs?: number) {
  const store = memoryStore();
  await store.traces.write(patches);
  const { collector, events } = testCollector({
    store,
    limits: LIMITS,
    embed: { keys: [KEY] },
    signingSecret: 'the same for all',
  });
  const server = await serve({ collector, requestTimeoutMs });
  servers.push(server);
  return { url: server.url, port: server.port, store, events };
}

afterEach(() => Promise.all(servers.splice(0).map((server) => server.close())));

/** All that somebody can see of an answer. */
async function seen(url: string, init: RequestInit) {
  const response = await fetch(url, init);
  const headers = [...response.headers].filter(([name]) => !UNSTEADY.includes(name));
  return { status: response.status, headers, text: await response.text() };
}

/** Of the moment, or of the process. */
const UNSTEADY = ['date', 'oriel-position'];

const urlOf = (path: string, part: string) => path.replace(/:(\w+)(?:\{[^}]*\})?/g, part);

const traffic = (userId: string): Patch[] =>
  Array.from({ length: 6 }, (_, n): Patch[] => {
    const id = `${userId}-${n}`;
    const at = 1_760_000_000_000 + n * 1000 + (userId === 'ada' ? 0 : 500);
    return [
      {
        kind: 'trace',
        id,
        at,
        timestamp: at,
        name: `turn-${n}`,
        userId,
        sessionId: `s-${userId}`,
        tags: [userId],
      },
      {
        kind: 'observation',
        id: `o-${id}`,
        traceId: id,
        at,
        startTime: at,
        type: 'GENERATION',
        model: `model-of-${userId}`,
        input: `a question of ${userId}`,
        usage: { input: 10 },
      },
      { kind: 'score', id: `q-${id}`, traceId: id, at, timestamp: at, name: `by-${userId}`, value: n },
    ];
  }).flat();

describe('over a real port', () => {
  it('answers whoever is not let in the same, whatever they show and whatever they ask for', async () => {
    const { url } = await served(traffic('ada'));
    const token = await signEmbedToken({ key: KEY, holder: 'ada', scope: SCOPE });
    const [head = '', claims = '', signature = ''] = token.split('.');
    const none = Buffer.from('{"alg":"none","typ":"oriel-embed+jwt"}').toString('base64url');
    const attempts: readonly (string | null)[] = [
      null,
      `Basic ${btoa(`${PUBLIC_KEY}:wrong`)}`,
      `Bearer ${await signEmbedToken({ key: KEY, holder: 'ada', scope: SCOPE, now: () => Date.now() - 9e6 })}`,
      `Bearer ${await signEmbedToken({ key: STRANGER, holder: 'ada', scope: SCOPE })}`,
      `Bearer ${await signEmbedToken({ key: KEY, holder: 'ada', scope: SCOPE, audience: 'globex' })}`,
      `Bearer ${none}.${claims}.`,
      `Bearer ${none}.${claims}.${signature}`,
      `Bearer ${head}.${Buffer.from('{}').toString('base64url')}.${signature}`,
    ];
    for (const { method, path, right } of ROUTES) {
      if (right === null) continue;
      const asked = ['ada-0', 'not-there'].flatMap((part) =>
        attempts.map(async (authorization) => {
          const headers = authorization === null ? {} : { authorization };
          return JSON.stringify(await seen(url + urlOf(path, part), { method, headers }));
        }),
      );
      const answers = new Set(await Promise.all(asked));
      expect([path, answers.size]).toEqual([path, 1]);
      expect([...answers][0]).toMatch(/^\{"status":401,/u);
      if (right === 'score') continue;
      const denied = await seen(url + urlOf(path, 'ada-0'), { method, headers: { authorization: BEARER } });
      expect([path, denied.status]).toEqual([path, 403]);
    }
  });

  it('answers a token as if nothing outside its scope were there, through every endpoint that reads', async () => {
    const both = await served([...traffic('ada'), ...traffic('bob')]);
    const alone = await served(traffic('ada'));
    const authorization = `Bearer ${await signEmbedToken({ key: KEY, holder: 'ada', scope: SCOPE })}`;
    const headers = { authorization, 'content-type': 'application/json' };
    const bob = { field: 'userId', op: '=', value: 'bob' } as const;
    const questions: (readonly [path: string, body: unknown])[] = [
      ...['listTraces', 'listObservations', 'listScores', 'listSessions', 'listUsers'].flatMap((list) => [
        [`/traces/${list}`, {}] as const,
        [`/traces/${list}`, { limit: 2 }] as const,
        [`/traces/${list}`, { order: { field: 'id', direction: 'desc' } }] as const,
        [`/traces/${list}`, { search: 'bob' }] as const,
        [`/traces/${list}`, { filter: { or: [bob, { not: bob }] } }] as const,
        [`/traces/${list}`, { traces: { or: [bob, { not: bob }] } }] as const,
      ]),
      ...['bob-0', 's-bob', 'o-bob-0', 'bob', 'nobody'].map(
        (id) => ['/traces/resolveTraceId', { id }] as const,
      ),
      ...['bob-0', 'ada-0', 'nobody'].flatMap((traceId) => [
        ['/traces/readTrace', { traceId }] as const,
        ['/traces/readPayloads', { traceId, observationIds: ['o-bob-0', 'o-ada-0'] }] as const,
      ]),
      ...['traces', 'observations', 'scores'].flatMap((view) => [
        ['/traces/aggregate', { view, measures: [{ aggregate: 'count' }] }] as const,
        ['/traces/aggregate', { view, measures: [{ aggregate: 'count' }], dimensions: ['name'] }] as const,
        ['/traces/aggregate', { view, measures: [{ aggregate: 'count' }], filter: bob }] as const,
        ['/traces/facets', { view, fields: ['name', 'userId', 'tags', 'model'] }] as const,
      ]),
    ];
    const asked: (readonly [string, RequestInit])[] = [
      ...questions.map(
        ([path, body]) =>
          [`/api/oriel/v1${path}`, { method: 'POST', headers, body: JSON.stringify(body) }] as const,
      ),
      ...ROUTES.filter(({ method, right }) => method === 'GET' && right === 'read')
        .filter(({ path }) => !path.endsWith('/changes'))
        .flatMap(({ path }) =>
          ['bob-0', 'ada-0', 'o-bob-0', 's-bob', 'q-bob-0'].flatMap((part) =>
            ['', '?limit=2', '?userId=bob', '?sessionId=s-bob', '?name=by-bob', '?page=2&limit=4'].map(
              (query) => [urlOf(path, part) + query, { headers }] as const,
            ),
          ),
        ),
    ];
    let answered = 0;
    for (const [path, init] of asked) {
      const [here, there] = await Promise.all([seen(both.url + path, init), seen(alone.url + path, init)]);
      const where = `${path} ${typeof init.body === 'string' ? init.body : ''}`;
      expect([where, withoutPort(here, both.port)]).toEqual([where, withoutPort(there, alone.port)]);
      expect(here.text.replaceAll(where, ''), where).not.toContain('question of bob');
      if (here.status === 200) answered += 1;
    }
    // The questions were questions, not mistakes.
    expect(answered).toBeGreaterThan(asked.length / 3);
  });

  it.each([
    ['of packed zeros', () => gzipSync(new Uint8Array(50_000_000))],
    ['packed twice', () => gzipSync(gzipSync(new Uint8Array(50_000_000)))],
    ['of endless JSON', () => gzipSync('['.repeat(20_000_000))],
  ])('stands a bomb %s', async (_, make) => {
    const { url, store } = await served([]);
    const body = Uint8Array.from(make());
    for (const path of ['/v1/traces', '/api/public/ingestion', '/api/public/scores']) {
      const headers = {
        authorization: BASIC,
        'content-type': 'application/json',
        'content-encoding': 'gzip',
      };
      const { status } = await seen(url + path, { method: 'POST', headers, body });
      expect([400, 413]).toContain(status);
    }
    expect((await store.traces.listTraces()).items).toEqual([]);
    expect((await fetch(`${url}/api/public/health`)).status).toBe(200);
  });

  it.each([
    ['whose headers never end', 'GET /api/public/health HTTP/1.1\r\nHost: x\r\nX-A: b\r\n'],
    [
      'whose body never ends',
      `POST /v1/traces HTTP/1.1\r\nHost: x\r\nAuthorization: ${BASIC}\r\nContent-Length: 5000\r\n\r\n{`,
    ],
    ['that says nothing', ''],
  ])('ends requests %s, and answers others meanwhile', async (_, text) => {
    const { url, port } = await served([], 300);
    const slow = Array.from({ length: 50 }, () => dribble(port, text));
    expect((await fetch(`${url}/api/public/health`)).status).toBe(200);
    for (const answer of await Promise.all(slow)) expect(answer).toMatch(/^(HTTP\/1\.1 408|$)/u);
  });
});

/** Sends this and a byte now and then. Resolves with what came back when the server ends it. */
function dribble(port: number, text: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    let answer = '';
    const drip = setInterval(() => text !== '' && socket.write('x'), 100);
    socket.on('data', (chunk) => (answer += chunk.toString()));
    socket.on('error', () => undefined);
    socket.on('close', () => {
      clearInterval(drip);
      resolve(answer);
    });
    socket.write(text);
  });
}

function withoutPort<Answer extends { readonly text: string }>(answer: Answer, port: number): Answer {
  return { ...answer, text: answer.text.replaceAll(`:${port}`, '') };
}
