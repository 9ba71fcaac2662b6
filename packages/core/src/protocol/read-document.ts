import type { JsonObject } from '../model/json.ts';
import type { DocumentWrite } from '../store/document-store.ts';
import { StoreError } from '../store/store-error.ts';
import { BodyReader } from './body-reader.ts';

/** @throws StoreError `bad-query` - it is no document. */
export function readDocumentWrite(json: JsonObject): DocumentWrite {
  const members = ['kind', 'name', 'body', 'labels', 'expectedVersion', 'createdAt'];
  const read = new BodyReader('write', json, members);
  const body = read.given('body');
  if (body === undefined) {
    throw new StoreError('bad-query', 'The document was not written: it has no `body`. `null` is one.');
  }
  return read.some({
    kind: read.kind(),
    name: read.text('name'),
    body,
    labels: read.optionalTexts('labels'),
    expectedVersion: read.optionalCount('expectedVersion'),
    createdAt: read.optionalNumber('createdAt'),
  });
}
