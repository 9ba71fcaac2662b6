import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { accessByAny } from '../auth/access-by-any.ts';
import { keyAccess } from '../auth/key-access.ts';
import type { CollectorEvent } from '../collector-options.ts';
import { ORIGIN, testCollector } from '../testing/test-collector.ts';
import { pageSessions } from './page-sessions.ts';
import { withPage } from './with-page.ts';

const KEYS = { publicKey: 'pk-lf-page', secretKey: 'sk-lf-page' };
const OWN = { 'x-oriel-page': '1', 'sec-fetch-site': 'same-origin' };

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'oriel-page-'));
  await writeFile(join(folder, 'index.html'), '<title>Oriel</title>');
  await mkdir(join(folder, 'assets'));
  await writeFile(join(folder, 'assets', 'a-1.js'), 'export {};');
  await writeFile(join(folder, 'secret.txt'), 'not for anybody');
});

afterEach(() => rm(folder, { recursive: true, force: true }));

async function openPage(publicUrl?: string) {
  const codes: string[] = [];
  const events: CollectorEvent[] = [];
  const clock = { now: 1_760_000_000_000 };
  const sessions = await pageSessions({
    keys: KEYS,
    publicUrl,
    onNextCode: (code) => codes.push(code),
    onEvent: (event) => events.push(event),
    now: () => clock.now,
  });
  const { collector } = testCollector({ authorize: accessByAny([keyAccess([KEYS]), sessions.authorize]) });
  const page = withPage(collector, sessions, folder);
  const ask = (path: string, headers: Readonly<Record<string, string>> = {}, init: RequestInit = {}) =>
    page(new Request(`${ORIGIN}${path}`, { ...init, headers }));
  const signIn = (code: string, headers: Readonly<Record<string, string>> = OWN) =>
    ask('/session', headers, { method: 'POST', body: JSON.stringify({ code }) });
  return { ask, signIn, codes, events, clock, code: sessions.code() };
}

/** The cookie as a browser sends it back. */
function cookieOf(response: Response): string {
  return (response.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
}

it('lets in with the code, once, and then with the next one', async () => {
  const { ask, signIn, codes, code } = await openPage();
  const first = await signIn(` ${code.toLowerCase().replaceAll('-', ' ')} `);
  expect(first.status).toBe(200);
  expect(await first.json()).toEqual({ publicKey: KEYS.publicKey });
  const cookie = cookieOf(first);
  expect((await ask('/api/oriel', { ...OWN, cookie })).status).toBe(200);
  expect((await signIn(code)).status).toBe(401);
  expect(codes).toHaveLength(1);
  expect((await signIn(codes[0] ?? '')).status).toBe(200);
});

it('keeps the session where no script and no other site can use it', async () => {
  const { signIn, code } = await openPage();
  const attributes = (await signIn(code)).headers.get('set-cookie')?.split('; ').slice(1);
  expect(attributes).toEqual(['Path=/', 'HttpOnly', 'SameSite=Strict', 'Max-Age=43200']);
  const secure = await openPage('https://traces.example.com');
  const cookie = (await secure.signIn(secure.code)).headers.get('set-cookie') ?? '';
  expect(cookie).toMatch(/^__Host-oriel-session=.*; Secure$/u);
});

it.each([
  ['without the header of the page', { 'sec-fetch-site': 'same-origin' }],
  ['from another port of this machine', { ...OWN, 'sec-fetch-site': 'same-site' }],
  ['from another site', { ...OWN, 'sec-fetch-site': 'cross-site' }],
])('lets nobody in by the cookie alone, %s', async (_, headers) => {
  const { ask, signIn } = await openPage();
  const cookie = cookieOf(await signIn(KEYS.secretKey));
  expect((await ask('/api/public/traces', { ...headers, cookie })).status).toBe(401);
  expect((await signIn(KEYS.secretKey, headers)).status).toBe(403);
});

it('ends a session after half a day, and with its key', async () => {
  const { ask, signIn, clock } = await openPage();
  const cookie = cookieOf(await signIn(KEYS.secretKey));
  const status = async () => (await ask('/api/public/traces', { ...OWN, cookie })).status;
  expect(await status()).toBe(200);
  clock.now += 12 * 60 * 60 * 1000 + 1000;
  expect(await status()).toBe(401);
  expect(await (await ask('/session', { ...OWN, cookie })).json()).toEqual({ publicKey: null });

  const others = await pageSessions({
    keys: { ...KEYS, secretKey: 'sk-other' },
    onNextCode: () => undefined,
  });
  const request = new Request(`${ORIGIN}/`, { headers: { ...OWN, cookie } });
  expect(await others.authorize(request)).toEqual({ denied: 'no session' });
});

it('takes the cookie away at the end', async () => {
  const { ask } = await openPage();
  const gone = await ask('/session', OWN, { method: 'DELETE' });
  expect(gone.headers.get('set-cookie')).toContain('Max-Age=0');
});

it('lets nobody try codes without end, and tells the log of each try', async () => {
  const { signIn, events } = await openPage();
  const statuses: number[] = [];
  for (let index = 0; index < 25; index += 1) statuses.push((await signIn(`guess-${index}`)).status);
  expect(statuses.slice(0, 20)).toEqual(Array.from({ length: 20 }, () => 401));
  expect(statuses.slice(20)).toEqual([429, 429, 429, 429, 429]);
  expect(events).toHaveLength(25);
  expect(JSON.stringify(events)).not.toContain('guess');
});

it.each(['{', '[]', '{"code":7}', '{"__proto__":{"code":"x"}}', `{"code":"${'x'.repeat(5000)}"}`])(
  'refuses what is no code: %.20s',
  async (body) => {
    const { ask } = await openPage();
    const answer = await ask('/session', OWN, { method: 'POST', body });
    expect([400, 401, 413]).toContain(answer.status);
  },
);

it('serves the page and its assets, framed by nobody and with nothing of other hosts', async () => {
  const { ask } = await openPage();
  const index = await ask('/');
  expect(await index.text()).toBe('<title>Oriel</title>');
  const policy = index.headers.get('content-security-policy');
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self';");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(index.headers.get('cache-control')).toBe('no-cache');
  const asset = await ask('/assets/a-1.js');
  expect(asset.headers.get('cache-control')).toContain('immutable');
  expect(asset.headers.get('content-type')).toContain('javascript');
});

it.each(['/secret.txt', '/assets/../secret.txt', '/assets/%2e%2e/secret.txt', '/assets/..%2fsecret.txt'])(
  'serves nothing else of its folder: %s',
  async (path) => {
    const { ask } = await openPage();
    const answer = await ask(path);
    expect(answer.ok).toBe(false);
    expect(await answer.text()).not.toContain('not for anybody');
  },
);
