import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { httpStore } from '@oriel/stores/http';
import { afterAll, expect, it, vi } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'oriel-embed-'));
vi.stubEnv('ORIEL_FOLDER', folder);
const { POST } = await import('./app/api/oriel/[...path]/route.ts');
const { mintToken } = await import('./server/mint-token.ts');
const { newestTrace } = await import('./server/newest-trace.ts');
const { openStore } = await import('./server/open-store.ts');
const { settings } = await import('./server/settings.ts');
const { userOf } = await import('./server/users.ts');

const ORIGIN = 'http://localhost:3000';
const ADA = userOf('ada');
const GRACE = userOf('grace');

afterAll(async () => {
  await (await openStore()).close();
  rmSync(folder, { recursive: true, force: true });
});

/** The store as somebody's page has it, through the route handler. */
const storeOf = async (token: string) => httpStore({ url: `${ORIGIN}/api/oriel`, token, fetch: POST });

it('renders a trace of the user, and lets their page read the traces of nobody else', async () => {
  const newest = await newestTrace(ADA);
  expect(newest?.trace).toMatchObject({ userId: 'ada', name: 'support of ada' });
  expect(newest?.observations).toHaveLength(5);

  const { traces } = await storeOf(await mintToken(ADA));
  const { items } = await traces.listTraces({});
  expect(items.map(({ userId }) => userId)).toEqual(['ada', 'ada']);
  const others = await newestTrace(GRACE);
  expect(await traces.readTrace(others?.trace.id ?? '')).toBeNull();
  await traces.close();
});

it('takes in what an SDK sends to the route handler, and shows it to whom it belongs', async () => {
  const { publicKey, secretKey } = settings;
  const timestamp = new Date().toISOString();
  const body = { id: 'sent', name: 'sent by an SDK', userId: 'grace', timestamp };
  const response = await POST(
    new Request(`${ORIGIN}/api/oriel/api/public/ingestion`, {
      method: 'POST',
      headers: { authorization: `Basic ${btoa(`${publicKey}:${secretKey}`)}` },
      body: JSON.stringify({ batch: [{ id: 'e1', type: 'trace-create', timestamp, body }] }),
    }),
  );
  expect(response.status).toBe(207);
  expect((await newestTrace(GRACE))?.trace.id).toBe('sent');
  expect((await newestTrace(ADA))?.trace.userId).toBe('ada');
});

it('lets nobody in without a token or a key', async () => {
  await expect(storeOf('no token of ours')).rejects.toMatchObject({ code: 'forbidden' });
});
