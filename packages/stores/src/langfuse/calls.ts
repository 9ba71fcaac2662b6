import { StoreError, throwIfAborted } from '@oriel/core';
import type { CallOptions } from '@oriel/core';

/** Calls of a store that can be closed: each ends with a `StoreError`, whatever went wrong under it. */
export class Calls {
  readonly #closing = new AbortController();

  async run<Answer>(
    options: CallOptions | undefined,
    answer: (signal: AbortSignal) => Promise<Answer>,
  ): Promise<Answer> {
    this.#throwIfClosed();
    throwIfAborted(options);
    const signal = AbortSignal.any([this.#closing.signal, ...(options?.signal ? [options.signal] : [])]);
    try {
      return await orAborted(answer(signal), signal);
    } catch (cause) {
      this.#throwIfClosed();
      throwIfAborted(options);
      if (StoreError.is(cause)) throw cause;
      throw new StoreError(
        'unavailable',
        `What the Langfuse server answered could not be read (${String(cause)}). Compare the versions of both sides.`,
        { cause },
      );
    }
  }

  close(): void {
    this.#closing.abort(new StoreError('closed', 'The store was closed while the call was under way.'));
  }

  #throwIfClosed(): void {
    if (!this.#closing.signal.aborted) return;
    throw new StoreError('closed', 'The store was closed. Open a new one to go on.');
  }
}

/** Whoever waits in a queue, or for a client that does not look at its signal, is not waited for. */
function orAborted<Answer>(answer: Promise<Answer>, signal: AbortSignal): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason as Error);
    signal.addEventListener('abort', abort, { once: true });
    answer.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
    if (signal.aborted) abort();
  });
}
