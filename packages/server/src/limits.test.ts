import { describe, expect, it } from 'vitest';
import { gzipSync } from 'node:zlib';
import { BEARER, SECRET_KEY, PUBLIC_KEY, testCollector } from './testing/test-collector.ts';

const PATHS = ['/api/public/ingestion', '/v1/traces', '/api/public/scores'];

describe('a body', () => {
  it.each(PATHS)('that is too long is not read to its end at %s', async (path) => {
    const { collector } = testCollector({ limits: { maxBodyBytes: 1000 } });
    let pulled = 0;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        pulled += 1;
        controller.enqueue(new Uint8Array(400));
      },
    });
    const authorization = `Basic ${btoa(`${PUBLIC_KEY}:${SECRET_KEY}`)}`;
    const init = { method: 'POST', headers: { authorization }, body, duplex: 'half' };
    const response = await collector(new Request(`http://collector.test${path}`, init));
    expect(response.status).toBe(413);
    expect(pulled).toBeLessThan(6);
  });

  it.each(PATHS)(
    'is read and measured at %s in browsers whose requests have no stream of it',
    async (path) => {
      const { collector } = testCollector({ limits: { maxBodyBytes: 1000 } });
      const authorization = `Basic ${btoa(`${PUBLIC_KEY}:${SECRET_KEY}`)}`;
      const headers = { authorization, 'content-type': 'application/json' };
      const statusOf = async (body: string) => {
        const request = new Request(`http://collector.test${path}`, { method: 'POST', headers, body });
        Object.defineProperty(request, 'body', { value: undefined });
        return (await collector(request)).status;
      };
      expect(await statusOf(' '.repeat(1001))).toBe(413);
      // Read to its end, and found to be no JSON.
      expect(await statusOf('{"batch":')).toBe(400);
    },
  );

  it.each(PATHS)('that declares to be too long is not read at all at %s', async (path) => {
    const { send } = testCollector({ limits: { maxBodyBytes: 1000 } });
    expect((await send('POST', path, '{}', { 'content-length': '1001' })).status).toBe(413);
  });

  it.each(PATHS)('that unpacks to more than is allowed is refused at %s', async (path) => {
    const { send, store } = testCollector({ limits: { maxUnpackedBytes: 1_000_000 } });
    const bomb = gzipSync(new Uint8Array(20_000_000));
    expect(bomb.length).toBeLessThan(30_000);
    const response = await send('POST', path, Uint8Array.from(bomb), { 'content-encoding': 'gzip' });
    expect(response.status).toBe(413);
    expect((await store.traces.listTraces()).items).toEqual([]);
  });
});

describe('requests of one key', () => {
  it('are told when to come again, and then let in', async () => {
    let now = 0;
    const { send, events } = testCollector({ limits: { requestsPerMinute: 2 }, now: () => now });
    const ask = (headers = {}) => send('GET', '/api/public/projects', undefined, headers);
    expect([(await ask()).status, (await ask()).status]).toEqual([200, 200]);
    const refused = await ask();
    expect(refused.status).toBe(429);
    expect(refused.headers.get('retry-after')).toBe('30');
    expect(refused.headers.get('x-ratelimit-limit')).toBe('2');
    expect(events).toMatchObject([{ type: 'denied', status: 429, holder: PUBLIC_KEY }]);
    // Others have their own.
    expect((await ask({ authorization: BEARER })).status).toBe(403);
    now += 30_000;
    expect((await ask()).status).toBe(200);
  });

  it('have the quota of that key where it has one', async () => {
    const quota = { requestsPerMinute: 1 };
    const { send } = testCollector({ keys: [{ publicKey: PUBLIC_KEY, secretKey: SECRET_KEY, quota }] });
    const statuses = [];
    for (let n = 0; n < 2; n += 1) statuses.push((await send('GET', '/api/public/projects')).status);
    expect(statuses).toEqual([200, 429]);
  });
});

describe('pages of other origins', () => {
  const cors = { origins: ['https://app.example.com'] };
  const preflight = (origin: string) => ({
    origin,
    'access-control-request-method': 'POST',
    'access-control-request-headers': 'authorization',
  });

  it('may call when they are on the list', async () => {
    const { send } = testCollector({ cors });
    const asked = await send(
      'OPTIONS',
      '/api/public/ingestion',
      undefined,
      preflight('https://app.example.com'),
    );
    expect(asked.status).toBe(204);
    expect(asked.headers.get('access-control-allow-origin')).toBe('https://app.example.com');
    expect(asked.headers.get('access-control-allow-headers')).toContain('authorization');
    expect(asked.headers.get('access-control-allow-credentials')).toBeNull();
    const answer = await send('GET', '/api/public/projects', undefined, {
      origin: 'https://app.example.com',
    });
    expect(answer.headers.get('access-control-allow-origin')).toBe('https://app.example.com');
    expect(answer.headers.get('access-control-expose-headers')).toContain('retry-after');
  });

  it.each([
    ['not on the list', cors],
    ['not asked for', undefined],
  ])('may not when they are %s', async (_, options) => {
    const { send } = testCollector({ cors: options });
    const answer = await send('GET', '/api/public/projects', undefined, { origin: 'https://evil.example' });
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
  });
});

it('tells browsers to run, frame, guess and keep nothing of an answer, refusals among them', async () => {
  const { send } = testCollector();
  for (const path of ['/api/public/projects', '/nothing']) {
    const { headers } = await send('GET', path);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('strict-transport-security')).toBeNull();
  }
});
