import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { measureEntry } from './measure-entry.ts';
import { LAZY_LIBRARIES, SIZE_LIMITS } from './size-limits.ts';

const manifest = new URL('../../packages/react/package.json', import.meta.url);

// A host builds for production. A test run says "test", and libraries would keep what they have for development.
beforeAll(() => {
  vi.stubEnv('NODE_ENV', 'production');
});
afterAll(() => {
  vi.unstubAllEnvs();
});

it('knows a limit for every entry', () => {
  const { exports } = JSON.parse(readFileSync(manifest, 'utf8')) as { exports: Record<string, string> };
  const entries = Object.keys(exports).filter((path) => path !== '.' && !path.endsWith('.css'));

  expect(SIZE_LIMITS.map(({ entry }) => `./${entry}`).toSorted()).toEqual(entries.toSorted());
});

describe.each(SIZE_LIMITS)('@oriel/react/$entry', ({ entry, kilobytes }) => {
  it(`loads at most ${kilobytes} kB, and no library that belongs to a view nobody opened`, async () => {
    const { gzipBytes, modules } = await measureEntry(`@oriel/react/${entry}`);

    expect(gzipBytes / 1000).toBeLessThanOrEqual(kilobytes);
    expect(LAZY_LIBRARIES.filter((name) => modules.some((path) => path.includes(`/${name}/`)))).toEqual([]);
    // The measure itself: an entry is found, and what it shows is in it.
    expect(modules.some((path) => path.includes(`/packages/react/src/`))).toBe(true);
  });
});
