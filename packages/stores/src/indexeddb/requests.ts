/** Resolves with what a request answers. Awaiting nothing but requests keeps their transaction alive. */
export function answerOf<Answer>(request: IDBRequest<Answer>): Promise<Answer> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(errorOf(request.error)));
  });
}

/** Resolves when everything a transaction did is on the disk, and rejects when nothing of it is. */
export function committed(transaction: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    transaction.addEventListener('complete', () => resolve());
    transaction.addEventListener('abort', () => reject(errorOf(transaction.error)));
  });
}

/** What a walk does after a record: the next, the first at or after a key, or nothing more. */
export type Step = 'next' | 'stop' | { readonly to: IDBValidKey };

/** Visits records in the order of a cursor. */
export function walk<Cursor extends IDBCursor>(
  request: IDBRequest<Cursor | null>,
  visit: (cursor: Cursor) => Step,
): Promise<void> {
  return new Promise((resolve, reject) => {
    request.addEventListener('error', () => reject(errorOf(request.error)));
    request.addEventListener('success', () => {
      const cursor = request.result;
      if (cursor === null) return resolve();
      const step = visit(cursor);
      if (step === 'stop') resolve();
      else if (step === 'next') cursor.continue();
      else cursor.continue(step.to);
    });
  });
}

function errorOf(error: DOMException | null): DOMException {
  return error ?? new DOMException('The transaction was given up.', 'AbortError');
}
