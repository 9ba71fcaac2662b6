import type { Bytes } from '@oriel/core';
import type { PatchRef } from '../log/patch-log.ts';
import { segmentOf } from './segment.ts';
import type { Segment } from './segment.ts';
import type { BlockPlace } from './segment-index.ts';

/** Where patches of one segment are: the refs wanted of each of its blocks. */
export type WantedBlocks = ReadonlyMap<BlockPlace, readonly PatchRef[]>;

/**
 * The segments of a log, and which of them has what.
 *
 *     sealed: read only, until rewritten as a whole          active: appended to
 *     [1][2][3] … ────────────────────────────────────▶ [n]
 */
export class LogSegments {
  #sealed: readonly Segment[];
  #active: Segment;

  constructor(sealed: readonly Segment[], active: Segment) {
    this.#sealed = sealed;
    this.#active = active;
  }

  get sealed(): readonly Segment[] {
    return this.#sealed;
  }

  get active(): Segment {
    return this.#active;
  }

  /** Ascending; the last one is being written. */
  get all(): readonly Segment[] {
    return [...this.#sealed, this.#active];
  }

  /** Puts an empty segment behind all others. */
  begin(segment: Segment): void {
    this.#sealed = [...this.#sealed, this.#active];
    this.#active = segment;
  }

  /** Puts one segment in the place of neighbouring sealed ones. */
  replace(sources: readonly Segment[], written: Segment): void {
    const place = this.#sealed.findIndex((segment) => segment === sources[0]);
    this.#sealed = this.#sealed.toSpliced(place, sources.length, written);
  }

  /** The segment that a ref belongs to. */
  of(ref: PatchRef): Segment | undefined {
    return ref >= this.#active.firstRef ? this.#active : segmentOf(this.#sealed, ref);
  }

  /** The block that has a patch. */
  find(ref: PatchRef): BlockPlace | null {
    return this.of(ref)?.index.find(ref) ?? null;
  }

  /** The blocks that have the patches, by segment; refs that no segment has are left out. */
  places(refs: readonly PatchRef[]): ReadonlyMap<Segment, WantedBlocks> {
    const places = new Map<Segment, Map<BlockPlace, PatchRef[]>>();
    const known = new Map<PatchRef, PatchRef[]>();
    for (const ref of refs) {
      const segment = this.of(ref);
      const place = segment?.index.find(ref);
      if (!segment || !place) continue;
      const others = known.get(place.firstRef);
      if (others) {
        others.push(ref);
        continue;
      }
      const wanted = [ref];
      known.set(place.firstRef, wanted);
      const ofSegment = places.get(segment) ?? new Map<BlockPlace, PatchRef[]>();
      places.set(segment, ofSegment.set(place, wanted));
    }
    return places;
  }

  /** What patches take on the disk: their blocks' average. */
  bytesOf(refs: readonly PatchRef[]): Bytes {
    let bytes = 0;
    for (const ref of refs) {
      const place = this.find(ref);
      if (place) bytes += place.length / place.count;
    }
    return bytes;
  }

  get memoryUsage(): Bytes {
    return this.all.reduce((bytes, segment) => bytes + segment.index.memoryUsage, 0);
  }
}
