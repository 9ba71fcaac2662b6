import { StoreError, throwIfAborted } from '@oriel/core';
import type { Milliseconds } from '@oriel/core';
import { credentialsOf } from './credentials.ts';
import type { HttpStoreOptions } from './http-store-options.ts';
import { readRefused } from './refused-answer.ts';
import type { Refused } from './refused-answer.ts';
import { sleep } from '../waiting/sleep.ts';

/** A request to the collector. */
export interface OutgoingRequest {
  readonly method: 'GET' | 'POST' | 'PUT';
  /** Below the `url` of the store. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly body?: string | Uint8Array<ArrayBuffer> | undefined;
  /** Sending it twice does what sending it once does. */
  readonly isRepeatable: boolean;
  readonly signal?: AbortSignal | undefined;
}

/** Reads a successful answer. */
export type ReadAnswer<Answer> = (response: Response, progress: Progress) => Promise<Answer>;

export interface Progress {
  /** To be called with each piece: a server that says nothing for too long is given up. */
  readonly alive: () => void;
  /** Aborted when nobody wants the rest. */
  readonly signal: AbortSignal;
}

export interface Requester {
  /** @throws StoreError */
  send<Answer>(request: OutgoingRequest, read: ReadAnswer<Answer>): Promise<Answer>;
  /** Like {@link send}, once: whoever calls it does the waiting. */
  trySend<Answer>(request: OutgoingRequest, read: ReadAnswer<Answer>): Promise<Answer>;
}

/** What a try that failed says, with whether another may do better. */
class FailedTry extends Error {
  readonly refused: Refused;
  readonly mayRepeat: boolean;

  constructor(refused: Refused, mayRepeat: boolean) {
    super(refused.error.message);
    this.refused = refused;
    this.mayRepeat = mayRepeat;
  }
}

/** Sends requests with what lets them in, and again where that may help. */
export function createRequester(options: HttpStoreOptions): Requester {
  const { fetch: send = (request) => fetch(request), timeoutMs = 60_000, retry = {} } = options;
  const { attempts = 4, baseMs = 300, maxMs = 30_000 } = retry;
  const base = String(options.url).replace(/\/+$/, '');
  const credentials = credentialsOf(options);

  async function answerTo<Answer>(request: OutgoingRequest, read: ReadAnswer<Answer>): Promise<Answer> {
    const silence = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const alive = () => {
      clearTimeout(timer);
      timer = setTimeout(() => silence.abort(new Error(`silent for ${timeoutMs} ms`)), timeoutMs);
    };
    alive();
    const signal = AbortSignal.any([silence.signal, ...(request.signal ? [request.signal] : [])]);
    try {
      const response = await sendWithCredentials(request, signal);
      alive();
      if (response.ok) return await read(response, { alive, signal });
      const refused = await readRefused(response);
      const { error, isUntouched } = refused;
      throw new FailedTry(refused, error.retryable && (request.isRepeatable || isUntouched));
    } catch (error) {
      throwIfAborted(request);
      if (error instanceof FailedTry) throw error;
      if (StoreError.is(error) && !error.retryable) throw error;
      throw new FailedTry(
        { error: unreachable(error, silence.signal), isUntouched: false, retryAfter: null },
        request.isRepeatable,
      );
    } finally {
      clearTimeout(timer);
    }
  }

  /** What was refused once is tried with another token, if there is one. */
  async function sendWithCredentials(request: OutgoingRequest, signal: AbortSignal): Promise<Response> {
    const authorization = await credentials.current();
    const response = await orAborted(send(requestOf(request, authorization, signal)), signal);
    if (response.status !== 401 || !(await credentials.renew(authorization))) return response;
    await response.body?.cancel();
    return orAborted(send(requestOf(request, await credentials.current(), signal)), signal);
  }

  function requestOf(
    { method, path, headers, body }: OutgoingRequest,
    authorization: string | null,
    signal: AbortSignal,
  ): Request {
    return new Request(base + path, {
      method,
      headers: { ...headers, ...(authorization !== null && { authorization }) },
      ...(body !== undefined && { body }),
      signal,
      cache: 'no-store',
    });
  }

  /** Full jitter, so that many pages do not come back at once; at least what the server asks for. */
  function waitBefore(attempt: number, { retryAfter }: Refused): Milliseconds {
    const longest = Math.min(maxMs, baseMs * 2 ** (attempt - 1));
    return (retryAfter ?? 0) + Math.random() * longest;
  }

  const trySend = async <Answer>(request: OutgoingRequest, read: ReadAnswer<Answer>): Promise<Answer> => {
    throwIfAborted(request);
    return answerTo(request, read).catch((error: unknown) => {
      throw error instanceof FailedTry ? error.refused.error : error;
    });
  };

  return {
    trySend,
    async send(request, read) {
      throwIfAborted(request);
      for (let attempt = 1; ; attempt += 1) {
        try {
          return await answerTo(request, read);
        } catch (error) {
          if (!(error instanceof FailedTry)) throw error;
          const { refused, mayRepeat } = error;
          const isLast = attempt >= attempts || (refused.retryAfter ?? 0) > maxMs;
          if (!mayRepeat || isLast) throw refused.error;
          await sleep(waitBefore(attempt, refused), request.signal ?? new AbortController().signal);
          throwIfAborted(request);
        }
      }
    },
  };
}

/** A `fetch` of the host's may not look at the signal of its request. */
function orAborted(answer: Promise<Response>, signal: AbortSignal): Promise<Response> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason as Error);
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { once: true });
    answer.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}

function unreachable(cause: unknown, silence: AbortSignal): StoreError {
  if (StoreError.is(cause)) return cause;
  const why = silence.aborted ? silence.reason : cause;
  const text = why instanceof Error ? why.message : String(why);
  return new StoreError(
    'unavailable',
    `The server of the store could not be reached, or its answer ended too early (${text}). The same call may succeed later.`,
    { cause },
  );
}
