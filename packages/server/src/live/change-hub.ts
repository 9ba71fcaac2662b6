import type { TraceChange, TraceStore } from '@oriel/core';

/** A change with its number among those of a hub. */
export interface NumberedChange {
  readonly number: number;
  readonly change: TraceChange;
}

/** Trace ids that a hub remembers for those who come back: some minutes of heavy traffic, and little memory. */
const MAX_REMEMBERED = 20_000;

/**
 * The changes of a store, numbered and remembered for a while, for any number of connections that each go on where
 * they were. Connections keep nothing themselves: one that is too slow misses changes, and is told so.
 *
 *     forgotten ┊ 41 42 43 44 45        position "k3x9.45"
 *                        ▲
 *                        └ a connection that has told 43
 */
export class ChangeHub {
  /** Another hub, of another process or another scope, numbers other changes: its positions mean nothing here. */
  readonly #epoch = crypto.randomUUID();
  readonly #end: () => void;
  readonly #waiting = new Set<() => void>();
  #remembered: NumberedChange[] = [];
  #idCount = 0;
  #last = 0;
  /** No more changes come. */
  isClosed = false;
  /** Connections that are being told. */
  connections = 0;

  constructor(store: TraceStore) {
    this.#end = store.subscribe((change) => this.#take(change));
  }

  /** Where the news stand: everything that is told after this comes later. */
  position(): string {
    return this.#print(this.#last);
  }

  /** The place of a position; `null` when it is none of this hub's, or what came after it is forgotten. */
  placeOf(position: string): number | null {
    const [epoch, digits = ''] = position.split('.');
    const place = /^\d{1,15}$/.test(digits) ? Number(digits) : NaN;
    const isOurs = epoch === this.#epoch && place <= this.#last && position === this.#print(place);
    return isOurs && this.#isRemembered(place) ? place : null;
  }

  /** What came after a place; `null` when some of it is forgotten. */
  after(place: number): readonly NumberedChange[] | null {
    if (!this.#isRemembered(place)) return null;
    return this.#remembered.slice(place - this.#last + this.#remembered.length);
  }

  get lastPlace(): number {
    return this.#last;
  }

  printPlace(place: number): string {
    return this.#print(place);
  }

  /** Resolves with the next change, with the end, and when the signal is aborted. */
  next(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const wake = () => {
        this.#waiting.delete(wake);
        signal.removeEventListener('abort', wake);
        resolve();
      };
      if (signal.aborted || this.isClosed) return resolve();
      this.#waiting.add(wake);
      signal.addEventListener('abort', wake, { once: true });
    });
  }

  close(): void {
    this.isClosed = true;
    this.#end();
    this.#wakeAll();
  }

  #isRemembered(place: number): boolean {
    return place >= this.#last - this.#remembered.length;
  }

  #take(change: TraceChange): void {
    this.#last += 1;
    this.#remembered.push({ number: this.#last, change });
    this.#idCount += sizeOf(change);
    let forgotten = 0;
    while (this.#idCount > MAX_REMEMBERED && forgotten < this.#remembered.length - 1) {
      this.#idCount -= sizeOf(this.#remembered[forgotten]?.change);
      forgotten += 1;
    }
    if (forgotten > 0) this.#remembered = this.#remembered.slice(forgotten);
    this.#wakeAll();
  }

  #wakeAll(): void {
    for (const wake of this.#waiting) wake();
  }

  #print(place: number): string {
    return `${this.#epoch}.${place}`;
  }
}

/** A change of nothing that has an id is something to remember, too. */
function sizeOf(change: TraceChange | undefined): number {
  return Math.max(1, change?.traceIds.length ?? 0);
}
