/** Work that nobody waits for: one run at a time, asked for as often as one likes. */
export class Maintenance {
  readonly #work: (signal: AbortSignal) => Promise<void>;
  readonly #onFailure: (error: unknown) => void;
  readonly #stop = new AbortController();
  #running: Promise<void> | null = null;
  #isWanted = false;

  /** `work` ends early once its signal is aborted. What it fails with is told and is no reason to stop trying. */
  constructor(work: (signal: AbortSignal) => Promise<void>, onFailure: (error: unknown) => void) {
    this.#work = work;
    this.#onFailure = onFailure;
  }

  /** Runs the work soon; once more when it is running. */
  ask(): void {
    if (this.#stop.signal.aborted) return;
    this.#isWanted = true;
    this.#running ??= this.#run();
  }

  /** Resolves when nothing is running and nothing will. */
  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#running;
  }

  async #run(): Promise<void> {
    await Promise.resolve();
    while (this.#isWanted && !this.#stop.signal.aborted) {
      this.#isWanted = false;
      await this.#work(this.#stop.signal).catch(this.#onFailure);
    }
    this.#running = null;
  }
}
