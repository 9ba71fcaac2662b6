import { StoreError } from '@oriel/core';
import type { EpochMs, Milliseconds } from '@oriel/core';
import { sleep } from '../waiting/sleep.ts';
import type { RequestOptions } from './langfuse-reader.ts';
import type { LangfuseStoreOptions } from './langfuse-store-options.ts';
import { readFailure } from './read-failure.ts';

/** Makes a request; `options` are what the client has to be called with. */
export type Ask<Answer> = (options: RequestOptions) => PromiseLike<Answer>;

export interface Requests {
  /** @throws StoreError */
  send<Answer>(ask: Ask<Answer>, signal: AbortSignal): Promise<Answer>;
}

/**
 * A few requests at a time, each made again where that may help. A server that is asked too much says how long to
 * wait: then nobody asks until that is over, or every request would be told the same.
 */
export function createRequests(options: LangfuseStoreOptions): Requests {
  const { concurrency = 4, timeoutMs = 60_000, retry = {} } = options;
  const { attempts = 5, baseMs = 500, maxMs = 60_000 } = retry;
  const turns = new Turns(concurrency);
  let notBefore: EpochMs = 0;

  async function trySend<Answer>(ask: Ask<Answer>, signal: AbortSignal): Promise<Answer> {
    await turns.take(signal);
    try {
      await pause(notBefore - Date.now(), signal);
      // The client would repeat by itself, each request for itself and none knowing of the others.
      return await ask({ timeoutInSeconds: timeoutMs / 1000, maxRetries: 0, abortSignal: signal });
    } finally {
      turns.give();
    }
  }

  return {
    async send(ask, signal) {
      for (let attempt = 1; ; attempt += 1) {
        try {
          return await trySend(ask, signal);
        } catch (cause) {
          if (signal.aborted) throw signal.reason;
          const { error, retryAfter } = readFailure(cause);
          const isLast = attempt >= attempts || (retryAfter ?? 0) > maxMs;
          if (!error.retryable || isLast) throw error;
          if (retryAfter !== null) notBefore = Math.max(notBefore, Date.now() + retryAfter);
          // Full jitter: whoever was refused together does not come back together.
          await pause(Math.random() * Math.min(maxMs, baseMs * 2 ** (attempt - 1)), signal);
        }
      }
    },
  };
}

async function pause(length: Milliseconds, signal: AbortSignal): Promise<void> {
  if (length > 0) await sleep(length, signal);
  throwIfOver(signal);
}

function throwIfOver(signal: AbortSignal): void {
  if (signal.aborted) throw signal.reason;
}

/** So many at a time; the others wait in the order they came. */
class Turns {
  #free: number;
  readonly #waiting: (() => void)[] = [];

  constructor(count: number) {
    if (!(Number.isInteger(count) && count >= 1)) {
      throw new StoreError(
        'unsupported',
        `\`concurrency\` is ${count}, so no request could ever be made. Give a whole number from 1 on.`,
      );
    }
    this.#free = count;
  }

  async take(signal: AbortSignal): Promise<void> {
    throwIfOver(signal);
    if (this.#free > 0) this.#free -= 1;
    else await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  give(): void {
    const next = this.#waiting.shift();
    if (next) next();
    else this.#free += 1;
  }
}
