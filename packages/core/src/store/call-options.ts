import { StoreError } from './store-error.ts';

export interface CallOptions {
  /** Aborting rejects the call with code `aborted`. */
  readonly signal?: AbortSignal | undefined;
}

/** @throws `aborted` - the caller no longer wants the answer. */
export function throwIfAborted(options: CallOptions | undefined): void {
  if (options?.signal?.aborted) {
    throw new StoreError('aborted', 'The call was aborted by its signal.', { cause: options.signal.reason });
  }
}
