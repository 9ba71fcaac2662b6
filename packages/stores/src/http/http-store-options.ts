import type { Milliseconds, StoreError } from '@oriel/core';

export interface HttpStoreOptions {
  /** Where the collector is: its origin, with the path it is mounted at if there is one. */
  readonly url: string | URL;
  /**
   * What lets the caller in: an embed token or a key, sent as `Bearer`. A function is asked for the first request, and
   * again whenever the server no longer accepts what it returned. Default: nothing is sent.
   */
  readonly token?: string | (() => string | Promise<string>) | undefined;
  /** Both keys, for programs that may do everything. Never in a page: whoever sees it has the secret. */
  readonly keys?: HttpStoreKeys | undefined;
  /** Default: the platform's. A collector itself is one, without any network. */
  readonly fetch?: ((request: Request) => Promise<Response>) | undefined;
  readonly retry?: HttpRetryOptions | undefined;
  /** Longest silence of the server within an answer. Default 60 000. */
  readonly timeoutMs?: Milliseconds | undefined;
  /** Hears how the live connection is doing, from the first `subscribe` on. */
  readonly onConnection?: ((event: ConnectionEvent) => void) | undefined;
}

export interface HttpStoreKeys {
  readonly publicKey: string;
  readonly secretKey: string;
}

/** Calls are tried again while the server cannot be reached or says that it may work later, after random waits. */
export interface HttpRetryOptions {
  /** Most tries of one call, the first included. Default 4. */
  readonly attempts?: number | undefined;
  /** Longest wait before the second try; doubled for each one after. Default 300. */
  readonly baseMs?: Milliseconds | undefined;
  /** Longest wait of all; a server that asks for a longer one is not waited for. Default 30 000. */
  readonly maxMs?: Milliseconds | undefined;
}

/**
 * - `live`: changes are told as they happen.
 * - `lost`: there is no connection; the next try is after `retryInMs`, and what happens meanwhile is told then.
 * - `fell-behind`: so much happened meanwhile that the server could not tell it all. Subscribers are told that every
 *   trace this store has shown may have changed.
 */
export type ConnectionEvent =
  | { readonly type: 'live' }
  | { readonly type: 'lost'; readonly error: StoreError; readonly retryInMs: Milliseconds }
  | { readonly type: 'fell-behind' };
