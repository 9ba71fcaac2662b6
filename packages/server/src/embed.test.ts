import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { StoreScope, TraceStore } from '@oriel/core';
import { describeScopedStore } from '@oriel/core/conformance';
import { httpStore } from '@oriel/stores/http';
import { memoryStore } from '@oriel/stores/memory';
import { SignJWT } from 'jose';
import { signEmbedToken } from './auth/sign-embed-token.ts';
import type { EmbedTokenOptions } from './auth/sign-embed-token.ts';
import { createCollector } from './create-collector.ts';
import type { Collector } from './create-collector.ts';
import { ROUTES } from './routes.ts';
import { STORE_ROUTES } from './routes/store/store-routes.ts';
import { ORIGIN, testCollector } from './testing/test-collector.ts';

const KEY = { id: 'november', secret: randomBytes(32).toString('base64') };
const KEYS = { publicKey: 'pk', secretKey: 'sk' };
const SCOPE: StoreScope = { traces: { field: 'userId', op: '=', value: 'ada' } };

const tokenFor = (options: Partial<EmbedTokenOptions> = {}) =>
  signEmbedToken({ key: KEY, holder: 'ada', scope: SCOPE, ...options });

const collectors = new WeakMap<TraceStore, Collector>();

describeScopedStore('an embed token', {
  create: async (settings) => {
    const { traces } = memoryStore(settings);
    collectors.set(traces, createCollector({ store: { traces }, keys: [KEYS], embed: { keys: [KEY] } }));
    return traces;
  },
  scoped: async (store, scope) => {
    const collector = collectors.get(store);
    if (!collector) throw new Error('The store has no collector.');
    return (await httpStore({ url: ORIGIN, token: () => tokenFor({ scope }), fetch: collector })).traces;
  },
});

const NOW = Date.parse('2026-11-23T12:00:00Z');
const now = () => NOW;
const seconds = NOW / 1000;
const embed = { keys: [KEY] };

interface Forgery {
  readonly header?: object;
  readonly claims?: object;
  readonly key?: Parameters<SignJWT['sign']>[0];
}

/** A token as a good one, but for what is changed. */
function forge({ header: changed, claims, key = secretOf(KEY) }: Forgery): Promise<string> {
  const good = { sub: 'ada', aud: 'oriel', iat: seconds, exp: seconds + 600 };
  return new SignJWT({ scope: SCOPE, mayScore: true, masked: false, documents: [], ...good, ...claims })
    .setProtectedHeader(header(changed ?? {}))
    .sign(key);
}

function secretOf({ secret }: { readonly secret: string }): Uint8Array {
  return new TextEncoder().encode(secret);
}

const header = (change: object) => ({ alg: 'HS256', typ: 'oriel-embed+jwt', kid: KEY.id, ...change });
const base64 = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

async function alter(part: 0 | 1 | 2, change: (text: string) => string): Promise<string> {
  const parts = (await tokenFor({ now })).split('.');
  parts[part] = change(parts[part] ?? '');
  return parts.join('.');
}

const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
const elliptic = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const stranger = { id: KEY.id, secret: randomBytes(32).toString('base64') };

const BAD_TOKENS: Readonly<Record<string, () => Promise<string>>> = {
  'an expired one': () => tokenFor({ now: () => NOW - 3_600_000 }),
  'one of tomorrow': () => tokenFor({ now: () => NOW + 86_400_000 }),
  'one signed by somebody else': () => tokenFor({ key: stranger, now }),
  'one of a key nobody has': () => tokenFor({ key: { ...KEY, id: 'october' }, now }),
  'one of a key named as a prototype': () => tokenFor({ key: { ...KEY, id: '__proto__' }, now }),
  'one of another tenant': () => tokenFor({ audience: 'globex', now }),
  'one that is valid for too long': () => tokenFor({ lifetimeMs: 86_400_000 * 30, now }),
  'one without an algorithm': async () =>
    `${base64(header({ alg: 'none' }))}.${(await tokenFor({ now })).split('.')[1]}.`,
  'one without an algorithm, with its signature': () => alter(0, () => base64(header({ alg: 'none' }))),
  'one whose algorithm is spelt in another way': () => alter(0, () => base64(header({ alg: 'nOnE' }))),
  'one of another algorithm of the same key': () => forge({ header: { alg: 'HS512' } }),
  'one signed with RSA': () => forge({ header: { alg: 'RS256' }, key: rsa.privateKey }),
  'one signed with an elliptic curve': () => forge({ header: { alg: 'ES256' }, key: elliptic.privateKey }),
  'one that brings its own key': () => {
    const jwk = elliptic.publicKey.export({ format: 'jwk' });
    return forge({ header: { alg: 'ES256', jwk }, key: elliptic.privateKey });
  },
  'one signed for something else': () => forge({ header: { typ: 'JWT' } }),
  'one that says not which key': () => forge({ header: { kid: undefined } }),
  'one without a holder': () => forge({ claims: { sub: '' } }),
  'one without an end': () => forge({ claims: { exp: undefined } }),
  'one that is over': () => forge({ claims: { exp: seconds - 60 } }),
  'one that begins later': () => forge({ claims: { nbf: seconds + 60 } }),
  'one with a wider scope in it': () =>
    alter(1, (text) => {
      const claims = JSON.parse(Buffer.from(text, 'base64url').toString()) as object;
      return base64({ ...claims, scope: { traces: { and: [] } } });
    }),
  'one with another signature': () =>
    alter(2, (text) => text.replace(/^./, (char) => (char === 'A' ? 'B' : 'A'))),
  'one without a signature': () => alter(2, () => ''),
  'one with more behind it': async () => `${await tokenFor({ now })}.x`,
  'the secret it is signed with': async () => KEY.secret,
  'its key id': async () => KEY.id,
  'one of a scope that is no filter': () =>
    forge({ claims: { scope: { traces: { field: '__proto__', op: '=', value: 1 } } } }),
  'one of an empty scope': () => forge({ claims: { scope: {} } }),
  'one without a scope': () => forge({ claims: { scope: undefined } }),
  'one that does not say whether it is masked': () => forge({ claims: { masked: 'no' } }),
  'one for documents there are not': () => forge({ claims: { documents: ['__proto__'] } }),
};

const guarded = ROUTES.filter(({ right }) => right !== null);
const urlOf = (path: string) => path.replace(/:(\w+)(?:\{[^}]*\})?/g, 'some-$1');

describe('a token that is not good', () => {
  it.each(Object.entries(BAD_TOKENS))('opens no endpoint: %s', async (_, make) => {
    const token = await make();
    const { send, events } = testCollector({ embed, now });
    const answers = new Set<string>();
    for (const { method, path } of guarded.filter(({ refuse }) => refuse === STORE_ROUTES[0]?.refuse)) {
      const answer = await send(method, urlOf(path), undefined, { authorization: `Bearer ${token}` });
      answers.add(JSON.stringify([answer.status, [...answer.headers], await answer.text()]));
    }
    for (const { method, path } of guarded) {
      const answer = await send(method, urlOf(path), undefined, { authorization: `Bearer ${token}` });
      expect([path, answer.status]).toEqual([path, 401]);
    }
    // One answer from everywhere, and the log tells why without telling the token.
    expect(answers.size).toBe(1);
    expect(events[0]).toMatchObject({ type: 'denied', status: 401, holder: null });
    for (const secret of [token, KEY.secret]) expect(JSON.stringify(events)).not.toContain(secret);
  });

  it('is answered as no token is', async () => {
    const { send } = testCollector({ embed, now });
    const answers = await Promise.all(
      ['', 'Bearer x', `Bearer ${await tokenFor({ key: stranger, now })}`].map(async (authorization) => {
        const answer = await send('GET', '/api/oriel', undefined, { authorization });
        return [answer.status, [...answer.headers], await answer.text()];
      }),
    );
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
  });
});

describe('a good token', () => {
  it('opens reading and nothing else', async () => {
    const { send } = testCollector({ embed, now });
    const authorization = `Bearer ${await tokenFor({ now })}`;
    for (const { method, path, right } of guarded) {
      if (right === 'read') continue;
      const answer = await send(method, urlOf(path), undefined, { authorization });
      expect([path, answer.status]).toEqual([path, 403]);
    }
  });

  it('that may score opens no way to write into the whole store', async () => {
    const { send, store } = testCollector({ embed, now });
    const authorization = `Bearer ${await tokenFor({ mayScore: true, now })}`;
    const body = { id: 's', traceId: 'theirs', name: 'q', value: 1 };
    const batch = [{ id: 'e', type: 'score-create', timestamp: '2026-01-31T12:00:00Z', body }];
    expect((await send('POST', '/api/public/ingestion', { batch }, { authorization })).status).toBe(403);
    expect((await send('POST', '/api/public/scores', body, { authorization })).status).toBe(403);
    expect((await store.traces.listScores()).items).toEqual([]);
  });

  it('is good while its key is exchanged for another', async () => {
    const next = { id: 'december', secret: randomBytes(32).toString('base64') };
    const open = async (keys: EmbedTokenOptions['key'][], key: EmbedTokenOptions['key']) => {
      const { send } = testCollector({ embed: { keys }, now });
      const authorization = `Bearer ${await tokenFor({ key, now })}`;
      return (await send('GET', '/api/oriel', undefined, { authorization })).status;
    };
    expect(await open([next, KEY], KEY)).toBe(200);
    expect(await open([next, KEY], next)).toBe(200);
    expect(await open([next], KEY)).toBe(401);
  });

  it('is for one tenant', async () => {
    const acme = testCollector({ embed: { keys: [KEY], audience: 'acme' }, now });
    const status = async (audience: string) => {
      const authorization = `Bearer ${await tokenFor({ audience, now })}`;
      return (await acme.send('GET', '/api/oriel', undefined, { authorization })).status;
    };
    expect([await status('acme'), await status('globex')]).toEqual([200, 401]);
  });

  it('tells nothing of what is out of scope by how it answers', async () => {
    const { send, store } = testCollector({ embed, now });
    await store.traces.write([
      { kind: 'trace', id: 'theirs', at: 1, userId: 'bob', metadata: { messageId: 'm' } },
      { kind: 'observation', id: 'o', traceId: 'theirs', at: 1 },
      { kind: 'score', id: 'score', at: 1, traceId: 'theirs', name: 'q', value: 1 },
    ]);
    const authorization = `Bearer ${await tokenFor({ mayScore: true, now })}`;
    const ask = async (path: string, body: unknown) => {
      const answer = await send('POST', `/api/oriel/v1${path}`, body, { authorization });
      return [answer.status, [...answer.headers], await answer.text()];
    };
    for (const [path, bodyOf] of [
      ['/traces/readTrace', (id: string) => ({ traceId: id })],
      ['/traces/resolveTraceId', (id: string) => ({ id })],
      ['/traces/readPayloads', (id: string) => ({ traceId: id, observationIds: ['o'] })],
      ['/traces/listTraces', (id: string) => ({ filter: { field: 'id', op: '=', value: id } })],
      ['/traces/listScores', (id: string) => ({ filter: { field: 'traceId', op: '=', value: id } })],
      [
        '/traces/write',
        (id: string) => ({ patches: [{ kind: 'score', id: 's', at: 1, traceId: id, name: 'q', value: 1 }] }),
      ],
      ['/traces/deleteTraces', (id: string) => ({ traceIds: [id] })],
    ] as const) {
      expect([path, ...(await ask(path, bodyOf('theirs')))]).toEqual([
        path,
        ...(await ask(path, bodyOf('no-one'))),
      ]);
    }
  });

  it('gets nothing more with a cursor it made itself', async () => {
    const { store, collector } = testCollector({ embed });
    await store.traces.write(
      ['ada', 'bob', 'ada', 'bob', 'ada'].map((userId, at) => ({
        kind: 'trace',
        id: `${userId}-${at}`,
        at,
        userId,
      })),
    );
    const whole = await httpStore({
      url: ORIGIN,
      keys: { publicKey: 'pk-lf-test', secretKey: 'sk-lf-test' },
      fetch: collector,
    });
    const { traces } = await httpStore({ url: ORIGIN, token: await tokenFor(), fetch: collector });
    const foreign = (await whole.traces.listTraces({ limit: 1 })).nextCursor ?? '';
    await expect(traces.listTraces({ cursor: foreign })).rejects.toMatchObject({ code: 'bad-cursor' });
    const own = JSON.parse(decodeURIComponent((await traces.listTraces({ limit: 1 })).nextCursor ?? '')) as [
      string,
    ];
    const forged = encodeURIComponent(JSON.stringify([own[0], 1000, ['zz', '']]));
    const { items } = await traces.listTraces({ cursor: forged });
    expect(items.map(({ id }) => id)).toEqual(['ada-4', 'ada-2', 'ada-0']);
  });
});

it.each<[string, Partial<EmbedTokenOptions>]>([
  ['a secret that can be guessed', { key: { id: 'k', secret: 'hunter2' } }],
  ['nobody to hold it', { holder: '' }],
  ['no lifetime', { lifetimeMs: 0 }],
  [
    'a scope that fits no header',
    {
      scope: {
        traces: { field: 'id', op: 'any-of', value: Array.from({ length: 500 }, (_, n) => `trace-${n}`) },
      },
    },
  ],
  ['a scope that is no filter', { scope: { traces: { field: 'nobody', op: '=', value: 1 } } }],
])('signs no token with %s', async (_, options) => {
  await expect(tokenFor(options)).rejects.toThrow(/not signed|no id|no field/);
});
