import { StoreError, throwIfAborted } from '@oriel/core';
import type { CallOptions } from '@oriel/core';

/** What every call to a store of documents or media goes through. */
export class CallGate {
  readonly #onClosed: () => void;
  #isClosed = false;

  constructor(onClosed: () => void) {
    this.#onClosed = onClosed;
  }

  async call<Answer>(options: CallOptions | undefined, answer: () => Promise<Answer>): Promise<Answer> {
    if (this.#isClosed) throw new StoreError('closed', 'The store was closed. Open a new one to go on.');
    throwIfAborted(options);
    return answer();
  }

  close(): Promise<void> {
    if (!this.#isClosed) this.#onClosed();
    this.#isClosed = true;
    return Promise.resolve();
  }
}
