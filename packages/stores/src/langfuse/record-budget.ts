import { StoreError } from '@oriel/core';

/** How many records one call may still take from the server. */
export class RecordBudget {
  #left: number;
  readonly #most: number;

  constructor(most: number) {
    this.#left = most;
    this.#most = most;
  }

  /** @throws StoreError `too-large` - there are more than a call may take. */
  spend(count: number): void {
    this.#left -= count;
    if (this.#left >= 0) return;
    throw new StoreError(
      'too-large',
      `The answer needs more than ${this.#most} records of the Langfuse server, so it was given up. Ask about a shorter time or fewer traces, or raise \`maxRecords\`.`,
    );
  }
}
