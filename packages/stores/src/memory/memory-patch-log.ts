import type { Bytes, Patch } from '@oriel/core';
import { objectBytes } from './object-bytes.ts';
import type { PatchLog, PatchRef } from '../log/patch-log.ts';

const CHUNK = 4096;

interface Chunk {
  readonly patches: (Patch | undefined)[];
  kept: number;
}

/** Patches as the objects they came as, in chunks that disappear once all their patches are forgotten. */
export function memoryPatchLog(): PatchLog {
  const chunks = new Map<number, Chunk>();
  let next: PatchRef = 0;
  let bytes: Bytes = 0;

  function put(ref: PatchRef, patch: Patch): void {
    const place = Math.floor(ref / CHUNK);
    let chunk = chunks.get(place);
    if (chunk === undefined) chunks.set(place, (chunk = { patches: [], kept: 0 }));
    chunk.patches[ref % CHUNK] = patch;
    chunk.kept += 1;
    bytes += objectBytes(patch);
  }

  function drop(ref: PatchRef): void {
    const place = Math.floor(ref / CHUNK);
    const chunk = chunks.get(place);
    const patch = chunk?.patches[ref % CHUNK];
    if (chunk === undefined || patch === undefined) return;
    chunk.patches[ref % CHUNK] = undefined;
    chunk.kept -= 1;
    bytes -= objectBytes(patch);
    if (chunk.kept === 0 && place !== Math.floor(next / CHUNK)) chunks.delete(place);
  }

  const peek = (ref: PatchRef) => chunks.get(Math.floor(ref / CHUNK))?.patches[ref % CHUNK];

  return {
    append(patches) {
      const first = next;
      for (const patch of patches) put(next++, patch);
      return first;
    },
    peek,
    load: (refs) => Promise.resolve(refs.map(peek)),
    forget(_, refs) {
      refs.forEach(drop);
    },
    get memoryUsage(): Bytes {
      return bytes;
    },
    close() {
      chunks.clear();
    },
  };
}
