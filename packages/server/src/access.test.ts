import { describe, expect, it } from 'vitest';
import { ROUTES } from './routes.ts';
import type { Route } from './route.ts';
import { BEARER, PUBLIC_KEY, SECRET_KEY, testCollector } from './testing/test-collector.ts';

const basic = (text: string) => `Basic ${btoa(text)}`;

/** What is sent by those whom nobody knows. */
const UNKNOWN: readonly (readonly [who: string, authorization: string | null])[] = [
  ['nobody', null],
  ['an empty header', ''],
  ['a wrong secret key', basic(`${PUBLIC_KEY}:sk-lf-wrong`)],
  ['a secret key that is longer', basic(`${PUBLIC_KEY}:${SECRET_KEY}x`)],
  ['a secret key that is a beginning', basic(`${PUBLIC_KEY}:${SECRET_KEY.slice(0, -1)}`)],
  ['an empty secret key', basic(`${PUBLIC_KEY}:`)],
  ['a wrong public key', basic(`pk-lf-wrong:${SECRET_KEY}`)],
  ['both keys the wrong way round', basic(`${SECRET_KEY}:${PUBLIC_KEY}`)],
  ['the secret key as a token', `Bearer ${SECRET_KEY}`],
  ['a token that is none', 'Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJhIn0.'],
  ['no base64', 'Basic %%%'],
  ['another scheme', `Digest ${PUBLIC_KEY}:${SECRET_KEY}`],
  ['an endless header', `Bearer ${'x'.repeat(100_000)}`],
];

const guarded = ROUTES.filter(({ right }) => right !== null);
const urlOf = ({ path }: Route) => path.replace(/:(\w+)(?:\{[^}]*\})?/g, 'some-$1');
const nameOf = (route: Route) => `${route.method} ${route.path}`;

describe.each(guarded.map((route) => [nameOf(route), route] as const))('%s', (_, route) => {
  it.each(UNKNOWN)('answers %s that they are unknown, and nothing else', async (_who, authorization) => {
    const { collector, events } = testCollector();
    const response = await collector(
      new Request(`http://collector.test${urlOf(route)}`, {
        method: route.method,
        ...(authorization === null ? undefined : { headers: { authorization } }),
      }),
    );
    expect(response.status).toBe(401);
    expect(await response.text()).toContain('The request has no valid credentials.');
    expect(events).toMatchObject([{ type: 'denied', status: 401, holder: null }]);
    expect(JSON.stringify(events)).not.toContain(SECRET_KEY);
  });

  it.runIf(route.right !== 'score')('is closed to the public key', async () => {
    const { send, events } = testCollector();
    const response = await send(route.method, urlOf(route), undefined, { authorization: BEARER });
    expect(response.status).toBe(403);
    expect(await response.text()).toContain('The credentials are valid and do not allow this.');
    expect(events).toMatchObject([{ type: 'denied', status: 403, holder: PUBLIC_KEY }]);
  });
});

it('is as closed where there is no endpoint as where there is one', async () => {
  const { send } = testCollector();
  for (const path of ['/', '/api/public/nothing', '/api/public/traces', '/../etc/passwd']) {
    const unknown = await send('GET', path, undefined, { authorization: 'Bearer wrong' });
    const known = await send('GET', path, undefined, { authorization: BEARER });
    expect([unknown.status, known.status]).toEqual([401, 403]);
  }
  expect((await send('GET', '/api/public/nothing')).status).toBe(404);
});

it('denies in the same words whether or not the thing exists', async () => {
  const { send } = testCollector();
  await send('POST', '/api/public/ingestion', {
    batch: [{ id: 'e', type: 'trace-create', timestamp: '2026-01-31T12:00:00Z', body: { id: 'known' } }],
  });
  const [known, unknown] = await Promise.all(
    ['known', 'unknown'].map(async (id) => {
      const answer = await send('GET', `/api/public/traces/${id}`, undefined, { authorization: BEARER });
      return { status: answer.status, headers: [...answer.headers], body: await answer.text() };
    }),
  );
  expect(known).toEqual(unknown);
});

it('lets the public key send traces where its owner says so', async () => {
  const keys = [{ publicKey: PUBLIC_KEY, secretKey: SECRET_KEY, publicKeyMay: 'ingest' as const }];
  const { send } = testCollector({ keys });
  const answer = await send('POST', '/v1/traces', { resourceSpans: [] }, { authorization: BEARER });
  expect(answer.status).toBe(200);
  expect((await send('GET', '/api/public/traces', undefined, { authorization: BEARER })).status).toBe(403);
});

it('keeps two pairs of keys valid at once, so that they can be exchanged', async () => {
  const keys = [
    { publicKey: 'pk-old', secretKey: 'sk-old' },
    { publicKey: 'pk-new', secretKey: 'sk-new' },
  ];
  const { send } = testCollector({ keys });
  for (const [pair, status] of [
    ['pk-old:sk-old', 200],
    ['pk-new:sk-new', 200],
    ['pk-old:sk-new', 401],
  ] as const) {
    const answer = await send('GET', '/api/public/projects', undefined, { authorization: basic(pair) });
    expect(answer.status).toBe(status);
  }
});

it.each([
  ['no keys', []],
  ['an empty key', [{ publicKey: 'pk', secretKey: '' }]],
  ['the same key twice', [{ publicKey: 'pk', secretKey: 'pk' }]],
])('refuses to start with %s', (_, keys) => {
  expect(() => testCollector({ keys })).toThrow(/Give/);
});
