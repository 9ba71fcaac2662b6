import { describe, expect, it } from 'vitest';
import { mediaAddress } from '@oriel/core';
import { ORIGIN, testCollector } from './testing/test-collector.ts';
import type { TestCollector } from './testing/test-collector.ts';

const BYTES = new TextEncoder().encode('not really a picture');
const { id, sha256 } = mediaAddress(BYTES);
const DECLARED = {
  traceId: 't',
  field: 'input',
  contentType: 'image/png',
  contentLength: BYTES.length,
  sha256Hash: sha256,
};

interface Announced {
  readonly mediaId: string;
  readonly uploadUrl: string | null;
}

const announce = async ({ ask }: TestCollector) =>
  (await ask('POST', '/api/public/media', DECLARED)) as unknown as Announced;

const put = ({ collector }: TestCollector, url: string, body: BodyInit) =>
  collector(new Request(url, { method: 'PUT', body }));

describe('media', () => {
  it('come back as they were uploaded', async () => {
    const test = testCollector();
    const { mediaId, uploadUrl } = await announce(test);
    expect(mediaId).toBe(id);
    expect((await test.send('GET', `/api/public/media/${id}`)).status).toBe(404);
    expect((await put(test, uploadUrl ?? '', BYTES)).status).toBe(200);
    await test.send('PATCH', `/api/public/media/${id}`, { uploadHttpStatus: 200 });

    const found = (await test.ask('GET', `/api/public/media/${id}`)) as { url: string };
    expect(found).toMatchObject({ mediaId: id, contentType: 'image/png', contentLength: BYTES.length });
    const shown = await test.collector(new Request(found.url));
    expect(new Uint8Array(await shown.arrayBuffer())).toEqual(BYTES);
    expect(shown.headers.get('content-type')).toBe('image/png');
    expect(shown.headers.get('content-security-policy')).toContain('sandbox');
  });

  it('are uploaded once', async () => {
    const test = testCollector();
    await put(test, (await announce(test)).uploadUrl ?? '', BYTES);
    expect(await announce(test)).toEqual({ mediaId: id, uploadUrl: null });
  });

  it('are downloaded, not shown, where a browser would run them', async () => {
    const test = testCollector();
    const html = { ...DECLARED, contentType: 'text/html' };
    const { uploadUrl } = (await test.ask('POST', '/api/public/media', html)) as unknown as Announced;
    await put(test, uploadUrl ?? '', BYTES);
    const { url } = (await test.ask('GET', `/api/public/media/${id}`)) as { url: string };
    expect((await test.collector(new Request(url))).headers.get('content-disposition')).toBe('attachment');
  });

  it('are refused when they are other bytes than was announced', async () => {
    const test = testCollector();
    const { uploadUrl } = await announce(test);
    for (const [body, status] of [
      ['x'.repeat(BYTES.length), 400],
      ['short', 400],
      ['x'.repeat(BYTES.length + 1), 413],
    ] as const) {
      expect((await put(test, uploadUrl ?? '', body)).status).toBe(status);
    }
    expect(await test.store.media?.read(id)).toBeNull();
  });

  it.each([
    ['no signature', (url: URL) => url.searchParams.delete('signature')],
    ['another signature', (url: URL) => url.searchParams.set('signature', 'ab'.repeat(32))],
    ['a signature that is none', (url: URL) => url.searchParams.set('signature', '../..')],
    ['another length', (url: URL) => url.searchParams.set('length', '9')],
    ['another type', (url: URL) => url.searchParams.set('type', 'text/html')],
    ['another end', (url: URL) => url.searchParams.set('expires', '99999999999999')],
    ['another id', (url: URL) => (url.pathname = url.pathname.replace(id, 'x'.repeat(22)))],
  ])('are refused at an address with %s', async (_, alter) => {
    const test = testCollector();
    const url = new URL((await announce(test)).uploadUrl ?? '');
    alter(url);
    expect((await put(test, url.href, BYTES)).status).toBe(403);
  });

  it('cannot be read at the address for their upload, nor after an hour', async () => {
    let now = Date.now();
    const test = testCollector({ now: () => now });
    const { uploadUrl } = await announce(test);
    expect((await test.collector(new Request(uploadUrl ?? ''))).status).toBe(403);
    now += 3_600_001;
    expect((await put(test, uploadUrl ?? '', BYTES)).status).toBe(403);
  });

  it('have addresses where clients reach the collector', async () => {
    const test = testCollector({ publicUrl: 'https://app.example.com/obs' });
    expect((await announce(test)).uploadUrl).toMatch(
      /^https:\/\/app\.example\.com\/obs\/api\/public\/media\//,
    );
    expect((await announce(testCollector())).uploadUrl?.startsWith(ORIGIN)).toBe(true);
  });

  it.each([
    ['no hash', { ...DECLARED, sha256Hash: 'abc' }, 400],
    ['a type that is not kept', { ...DECLARED, contentType: 'application/x-sh' }, 400],
    ['more bytes than are taken', { ...DECLARED, contentLength: 10 ** 12 }, 413],
  ])('are refused when they are announced with %s', async (_, body, status) => {
    expect((await testCollector().send('POST', '/api/public/media', body)).status).toBe(status);
  });
});
