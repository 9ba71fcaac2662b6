/**
 * - `bad-option`: an option has a value that makes no sense; correct the call.
 * - `closed`: the pipeline was closed; make a new one.
 * - `not-found`: there is no dead letter of this id, perhaps because it was replayed or dropped.
 */
export type IngestErrorCode = 'bad-option' | 'closed' | 'not-found';

const marker = Symbol.for('@oriel/ingest/IngestError');

/**
 * The only error this package throws, and only for mistakes in a call: bad data never throws, it comes back as
 * rejected items. Branch on `code`; the message is for people.
 */
export class IngestError extends Error {
  readonly [marker] = true;
  readonly code: IngestErrorCode;

  constructor(code: IngestErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = 'IngestError';
    this.code = code;
  }

  /** True when repeating the same call later may succeed: never, for a mistake in it. */
  get retryable(): boolean {
    return false;
  }

  /** Works across duplicate copies of this package, where `instanceof` does not. */
  static is(error: unknown): error is IngestError {
    return typeof error === 'object' && error !== null && marker in error;
  }
}
