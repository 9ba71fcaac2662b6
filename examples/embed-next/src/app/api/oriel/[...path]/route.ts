import { createCollector } from '@oriel/server';
import type { Collector } from '@oriel/server';
import { embedKey } from '../../../../server/access.ts';
import { openStore } from '../../../../server/open-store.ts';
import { BASE_PATH, settings } from '../../../../server/settings.ts';

let collector: Promise<Collector> | null = null;

async function open(): Promise<Collector> {
  const { publicKey, secretKey } = settings;
  return createCollector({
    store: await openStore(),
    basePath: BASE_PATH,
    keys: [{ publicKey, secretKey }],
    embed: { keys: [embedKey] },
  });
}

async function answer(request: Request): Promise<Response> {
  collector ??= open();
  return (await collector)(request);
}

export { answer as DELETE, answer as GET, answer as PATCH, answer as POST, answer as PUT };
