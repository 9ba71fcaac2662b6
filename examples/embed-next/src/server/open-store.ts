import { openFileStore } from '@oriel/stores/file';
import { seed } from './seed.ts';
import { settings } from './settings.ts';

type Opened = Awaited<ReturnType<typeof openFileStore>>;

const held = globalThis as { orielExample?: Promise<Opened> };

/** The store of the app, opened once: Next.js loads this module for pages and for route handlers apart. */
export function openStore(): Promise<Opened> {
  held.orielExample ??= open();
  return held.orielExample;
}

async function open(): Promise<Opened> {
  const store = await openFileStore({ folder: settings.folder });
  await seed(store.traces);
  return store;
}
