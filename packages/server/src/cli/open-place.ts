import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Store } from '@oriel/core';
import { openFileStore } from '@oriel/stores/file';
import { httpStore } from '@oriel/stores/http';
import type { CliSurroundings } from './cli-surroundings.ts';

/** A store that is there already. */
export interface OpenedPlace {
  readonly store: Store;
  readonly close: () => Promise<void>;
}

/**
 * Opens what a running collector has, by its address, or what a folder has that no collector is using.
 *
 * @throws Error - there is no such folder, or the keys of the collector are missing; the message says what to do.
 */
export async function openPlace(place: string, env: CliSurroundings['env']): Promise<OpenedPlace> {
  if (/^https?:\/\//u.test(place)) {
    const publicKey = env['ORIEL_PUBLIC_KEY'] ?? env['LANGFUSE_PUBLIC_KEY'];
    const secretKey = env['ORIEL_SECRET_KEY'] ?? env['LANGFUSE_SECRET_KEY'];
    if (!publicKey || !secretKey) {
      throw new Error(
        `${place} asks for keys, and ORIEL_PUBLIC_KEY and ORIEL_SECRET_KEY are not set. Set both; the collector printed them.`,
      );
    }
    const store = await httpStore({ url: place, keys: { publicKey, secretKey } });
    return { store, close: () => store.traces.close() };
  }
  const folder = resolve(place);
  const isFolder = await stat(folder).then(
    (found) => found.isDirectory(),
    () => false,
  );
  // An export of a folder that was misspelt would be an empty file that looks well.
  if (!isFolder)
    throw new Error(
      `${folder} is no folder. Name one that the collector has kept things in, or its address.`,
    );
  const store = await openFileStore({ folder });
  return { store, close: () => store.close() };
}
