import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openFileStore } from '@oriel/stores/file';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { PUBLIC_KEY, SECRET_KEY } from '../testing/test-collector.ts';
import { servedCollector } from '../testing/served-collector.ts';
import { runCli } from './run-cli.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'oriel-transfer-'));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

async function run(...args: readonly string[]) {
  const printed: string[] = [];
  const code = await runCli({
    args,
    env: { ORIEL_PUBLIC_KEY: PUBLIC_KEY, ORIEL_SECRET_KEY: SECRET_KEY },
    print: (text) => printed.push(text),
    log: () => undefined,
    whenStopped: () => new Promise(() => undefined),
  });
  return { code, printed: printed.join('\n') };
}

it('brings a running collector into a file, and the file into a folder', async () => {
  const { server, store } = await servedCollector();
  await store.traces.write([
    { kind: 'trace', id: 'order-4711', at: 1, name: 'checkout' },
    { kind: 'observation', id: 'o', traceId: 'order-4711', at: 1, input: { cart: 3 } },
  ]);
  const file = join(folder, 'all.jsonl.gz');
  expect(await run('export', server.url, '--to', file)).toMatchObject({ code: 0 });
  await server.close();

  const target = join(folder, 'kept');
  await (await openFileStore({ folder: target })).close();
  const imported = await run('import', file, target);
  expect(imported).toEqual({
    code: 0,
    printed: 'Imported 1 traces, 1 observations, 0 scores, 0 documents and 0 media.',
  });
  const opened = await openFileStore({ folder: target });
  expect(await opened.traces.readTrace('order-4711')).toMatchObject({ trace: { name: 'checkout' } });
  await opened.close();
});

it('leaves a file alone that is there already', async () => {
  const file = join(folder, 'kept.gz');
  await writeFile(file, 'precious');
  const { code, printed } = await run('export', folder, '--to', file);
  expect([code, printed]).toEqual([1, expect.stringContaining('left alone')]);
});

it('leaves no half of a file behind', async () => {
  const { server, store } = await servedCollector();
  await store.traces.write([{ kind: 'trace', id: 't', at: 1 }]);
  store.traces.readTrace = () => Promise.reject(new Error('gone'));
  const { code } = await run('export', server.url, '--to', join(folder, 'half.gz'));
  expect(code).toBe(1);
  expect(await readdir(folder)).toEqual([]);
  await server.close();
});

it.each([
  [['export', 'not-there'], 'is no folder'],
  [['import', 'not-there.gz', '.'], 'is not there'],
  [['export'], 'takes one folder'],
  [['import', 'one'], 'takes a file'],
])('says what is wrong with %s', async (args, message) => {
  const { code, printed } = await run(...args);
  expect([code, printed]).toEqual([1, expect.stringContaining(message)]);
});

it('says of a file that is no export that it is none', async () => {
  const file = join(folder, 'notes.txt');
  await writeFile(file, 'buy milk\n');
  const { code, printed } = await run('import', file, folder);
  expect([code, printed]).toEqual([1, expect.stringContaining('The import failed')]);
});
