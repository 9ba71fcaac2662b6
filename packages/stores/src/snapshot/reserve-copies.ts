import type { Bytes } from '@oriel/core';
import { PartWriter } from '../columns/saved-parts.ts';
import type { CopyBytes } from '../columns/saved-parts.ts';
import type { TraceEngine } from '../engine/trace-engine.ts';

/** Traces summed up, and bytes made ready, between two pauses: a few milliseconds of work. */
const TRACES = 200;
const SLICE: Bytes = 4 * 1024 * 1024;
/** Room for what is written until the copy is made. */
const GROWTH = 1.05;
const LEAST: Bytes = 4096;
const NOTHING = new Uint8Array();

/**
 * Does what can be done before a snapshot is taken, in slices with pauses, so that taking it holds writers up as briefly as
 * can be: traces are summed up, and memory for the copies is asked of the system, which is most of what a copy costs.
 *
 *     sum up ┄ sum up ┄ memory ┄ memory ┄ memory ┄ [ copy ]        ┄ others have their turn
 */
export async function reserveCopies(engine: TraceEngine, pause: () => Promise<unknown>): Promise<CopyBytes> {
  while (engine.refreshSome(TRACES)) await pause();
  const sizes = new Map<string, Bytes>();
  engine.save(
    new PartWriter([], (name, { length }) => {
      sizes.set(name, length);
      return NOTHING;
    }),
  );
  const places = new Map<string, Uint8Array>();
  for (const [name, size] of sizes) {
    const place = new Uint8Array(Math.ceil(size * GROWTH) + LEAST);
    for (let at = 0; at < place.length; at += SLICE) {
      // The system gives memory when it is first written to.
      place.fill(1, at, at + SLICE);
      await pause();
    }
    places.set(name, place);
  }
  return (name, bytes) => {
    const place = places.get(name);
    if (place === undefined || place.length < bytes.length) return bytes.slice();
    place.set(bytes);
    return place.subarray(0, bytes.length);
  };
}
