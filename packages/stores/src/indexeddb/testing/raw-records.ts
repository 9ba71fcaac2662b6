import { answerOf, committed } from '../requests.ts';
import { SCHEMA_VERSION } from '../schema.ts';
import type { ObjectStoreName } from '../schema.ts';

/** Works on a database behind the store's back. */
export async function withRecords<Answer>(
  name: string,
  store: ObjectStoreName,
  work: (records: IDBObjectStore) => Promise<Answer>,
): Promise<Answer> {
  const database = await answerOf(indexedDB.open(name, SCHEMA_VERSION));
  const transaction = database.transaction(store, 'readwrite');
  const [answer] = await Promise.all([work(transaction.objectStore(store)), committed(transaction)]);
  database.close();
  return answer;
}

/** All bytes of an object store, as Latin text. */
export async function allText(name: string, store: ObjectStoreName): Promise<string> {
  const values = await withRecords(name, store, (records) => answerOf(records.getAll()));
  return (values as Uint8Array[]).map((bytes) => new TextDecoder('latin1').decode(bytes)).join('');
}
