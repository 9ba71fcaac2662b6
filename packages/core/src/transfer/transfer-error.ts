/**
 * - `not-an-export`: the bytes are no file of `exportStore`.
 * - `unsupported-version`: a newer version wrote the file.
 */
export type TransferErrorCode = 'not-an-export' | 'unsupported-version';

const marker = Symbol.for('@oriel/core/TransferError');

/** A file of which nothing can be read. Branch on `code`; the message is for people. */
export class TransferError extends Error {
  readonly [marker] = true;
  readonly code: TransferErrorCode;

  constructor(code: TransferErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = 'TransferError';
    this.code = code;
  }

  /** Works across duplicate copies of this package, where `instanceof` does not. */
  static is(error: unknown): error is TransferError {
    return typeof error === 'object' && error !== null && marker in error;
  }
}
