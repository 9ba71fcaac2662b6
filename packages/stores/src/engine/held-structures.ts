import type { Observation } from '@oriel/core';

/** Traces whose objects are followed at once: those that people look at, and a few they just left. */
const MAX_HELD = 32;

interface Held {
  readonly observations: WeakRef<readonly Observation[]>;
  /** Rows written since. */
  readonly changed: Set<number>;
  /** Whether one of them is among the observations already. */
  isRewritten: boolean;
}

/**
 * What was read of traces and is still in somebody's hands. A trace that grows while people look at it is read many
 * times; making objects of 50,000 rows again for each hundred that came takes longer than the hundred take to come.
 * Whatever nobody holds any more is free to go.
 */
export class HeldStructures {
  /** By row of the trace; the one read last is the last. */
  readonly #held = new Map<number, Held>();

  /** An observation of a trace was written, a new one or one that was there. */
  noteWrite(traceRow: number, row: number, isNew: boolean): void {
    const held = this.#held.get(traceRow);
    if (!held) return;
    held.changed.add(row);
    if (!isNew) held.isRewritten = true;
  }

  /** The row means another trace from now on, or none. */
  forget(traceRow: number): void {
    this.#held.delete(traceRow);
  }

  /**
   * The observations of a trace by start: those held, with the changed rows read again, or all of them read.
   *
   * @param readRow - makes the object of a row.
   * @param rowsOf - all rows of the trace.
   */
  observations(
    traceRow: number,
    readRow: (row: number) => Observation,
    rowsOf: () => readonly number[],
  ): readonly Observation[] {
    const held = this.#held.get(traceRow);
    const known = held?.observations.deref();
    if (held && known && held.changed.size === 0) return known;

    const observations =
      held && known
        ? withChanges(known, Array.from(held.changed, readRow).toSorted(compareByStart), held.isRewritten)
        : rowsOf().map(readRow).toSorted(compareByStart);
    this.#hold(traceRow, observations);
    return observations;
  }

  #hold(traceRow: number, observations: readonly Observation[]): void {
    this.#held.delete(traceRow);
    this.#held.set(traceRow, {
      observations: new WeakRef(observations),
      changed: new Set(),
      isRewritten: false,
    });
    const [eldest] = this.#held.keys();
    if (this.#held.size > MAX_HELD && eldest !== undefined) this.#held.delete(eldest);
  }
}

/** Both lists are in order; of an id that is in both, as `isRewritten` says some are, the change stays. */
function withChanges(
  known: readonly Observation[],
  changes: readonly Observation[],
  isRewritten: boolean,
): readonly Observation[] {
  const kept = isRewritten ? without(known, new Set(changes.map(({ id }) => id))) : known;
  const [first] = changes;
  const last = kept.at(-1);
  // What comes mostly begins after all that is known, which a copy of whole lists does at once.
  if (first && last && compareByStart(last, first) <= 0) return kept.concat(changes);
  const merged: Observation[] = [];
  let next = 0;
  for (const change of changes) {
    const end = firstAfter(kept, change, next);
    for (; next < end; next += 1) merged.push(kept[next] as Observation);
    merged.push(change);
  }
  for (; next < kept.length; next += 1) merged.push(kept[next] as Observation);
  return merged;
}

function without(known: readonly Observation[], ids: ReadonlySet<string>): readonly Observation[] {
  return known.filter(({ id }) => !ids.has(id));
}

/** Place of the first that comes after a change, from a place on. */
function firstAfter(observations: readonly Observation[], change: Observation, from: number): number {
  let low = from;
  let high = observations.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compareByStart(observations[middle] as Observation, change) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The order of a trace's observations: by start time, ties by id. */
function compareByStart(a: Observation, b: Observation): number {
  return a.startTime - b.startTime || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}
