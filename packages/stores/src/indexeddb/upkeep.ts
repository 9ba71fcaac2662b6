import type { Milliseconds } from '@oriel/core';

/** The store is left alone this long after a change before anything is tidied up. */
const QUIET_MS: Milliseconds = 1500;
/** A store that is never quiet is tidied up this often all the same. */
const MOST_MS: Milliseconds = 30_000;
/** Traces grow old in a store that nobody changes, too. */
const EVERY_MS: Milliseconds = 10 * 60_000;

export interface UpkeepOptions {
  /** Name of the lock of whoever tidies up. The next tab finds done what one has done. */
  readonly lockName: string;
  /** What there is to do, one after the other. Each is called again after the next change, and now and then. */
  readonly chores: readonly (() => Promise<void>)[];
  readonly onFailed: (error: unknown) => void;
}

/** Tidies up in the background, when the store has been quiet for a while. */
export class Upkeep {
  readonly #options: UpkeepOptions;
  readonly #clock = setInterval(() => this.poke(), EVERY_MS);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #waitingSince: number | null = null;
  #working: Promise<void> = Promise.resolve();
  readonly #over = new AbortController();

  constructor(options: UpkeepOptions) {
    this.#options = options;
  }

  /** Something has changed. */
  poke(): void {
    if (this.isOver) return;
    const now = performance.now();
    this.#waitingSince ??= now;
    clearTimeout(this.#timer);
    const delay = Math.min(QUIET_MS, this.#waitingSince + MOST_MS - now);
    this.#timer = setTimeout(() => this.#start(), Math.max(0, delay));
  }

  get isOver(): boolean {
    return this.#over.signal.aborted;
  }

  /** Resolves when the chore under way is done. */
  async stop(): Promise<void> {
    this.#over.abort();
    clearInterval(this.#clock);
    clearTimeout(this.#timer);
    await this.#working;
  }

  #start(): void {
    this.#waitingSince = null;
    this.#working = this.#working
      .then(() => this.#work())
      .catch((error: unknown) => {
        if (!this.isOver) this.#options.onFailed(error);
      });
  }

  async #work(): Promise<void> {
    if (!('locks' in navigator)) return this.#doChores();
    const { signal } = this.#over;
    await navigator.locks.request(this.#options.lockName, { signal }, () => this.#doChores());
  }

  async #doChores(): Promise<void> {
    for (const chore of this.#options.chores) if (!this.isOver) await chore();
  }
}
