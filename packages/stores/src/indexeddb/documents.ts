import { StoreError } from '@oriel/core';
import type { DocumentName, DocumentStore, DocumentVersion } from '@oriel/core';
import { CallGate } from './call-gate.ts';
import type { Connection } from './connection.ts';
import { answerOf, walk } from './requests.ts';
import { STORES } from './schema.ts';

const DEFAULT_LIMIT = 50;

/** The `DocumentStore` contract: a record for each version, the newest of a name first. */
export function indexedDbDocuments(connection: Connection, onClosed: () => void): DocumentStore {
  const gate = new CallGate(onClosed);

  const read = <Answer>(work: (documents: IDBObjectStore) => Promise<Answer>) =>
    connection.read({ stores: [STORES.documents], failure: 'The document was not read' }, (transaction) =>
      work(transaction.objectStore(STORES.documents)),
    );
  const change = <Answer>(work: (documents: IDBObjectStore) => Promise<Answer>) =>
    connection.change(
      { stores: [STORES.documents], failure: 'The document was not changed' },
      (transaction) => work(transaction.objectStore(STORES.documents)),
    );

  return {
    contract: 1,

    write: ({ kind, name, body, labels = [], expectedVersion, createdAt = Date.now() }, options) =>
      gate.call(options, () =>
        change(async (documents) => {
          const versions = await versionsOf(documents, { kind, name });
          const newest = versions[0]?.version ?? 0;
          if (expectedVersion !== undefined && expectedVersion !== newest) {
            throw new StoreError(
              'conflict',
              `"${name}" is at version ${newest}, not ${expectedVersion}: somebody else wrote it. Read it again and repeat the change.`,
            );
          }
          const taken = ['latest', ...new Set(labels)];
          const entry = {
            kind,
            name,
            version: newest + 1,
            body,
            labels: taken.toSorted(),
            createdAt,
          };
          for (const version of versions) put(documents, version, without(version, taken));
          documents.put(entry, keyOf(entry));
          return entry;
        }),
      ),

    read: ({ version, label = 'latest', ...name }, options) =>
      gate.call(options, () =>
        read(async (documents) => {
          if (version !== undefined)
            return (await answerOf(documents.get(keyOf({ ...name, version })))) ?? null;
          return (await versionsOf(documents, name)).find(({ labels }) => labels.includes(label)) ?? null;
        }),
      ),

    list: ({ kind, limit = DEFAULT_LIMIT, cursor }, options) =>
      gate.call(options, () =>
        read(async (documents) => {
          const items: DocumentVersion[] = [];
          let hasMore = false;
          const start = cursor === undefined ? [kind] : afterName({ kind, name: cursor });
          await walk(documents.openCursor(IDBKeyRange.bound(start, [kind, []])), ({ value }) => {
            const newest = value as DocumentVersion;
            hasMore = items.length === limit;
            if (hasMore) return 'stop';
            items.push(newest);
            return { to: afterName(newest) };
          });
          return { items, nextCursor: hasMore ? (items.at(-1)?.name ?? null) : null };
        }),
      ),

    listVersions: (name, options) =>
      gate.call(options, () => read((documents) => versionsOf(documents, name))),

    setLabel: ({ version, label, ...name }, options) =>
      gate.call(options, () => {
        if (label === 'latest') {
          throw new StoreError('bad-query', 'The store keeps the label "latest" itself. Use another name.');
        }
        return change(async (documents) => {
          const versions = await versionsOf(documents, name);
          if (!versions.some((entry) => entry.version === version)) {
            throw new StoreError(
              'not-found',
              `"${name.name}" has no version ${version}, so nothing was labelled.`,
            );
          }
          for (const entry of versions) {
            const others = without(entry, [label]);
            put(documents, entry, entry.version === version ? [...others, label].toSorted() : others);
          }
        });
      }),

    delete: (name, options) =>
      gate.call(options, () =>
        change(async (documents) => {
          documents.delete(rangeOf(name));
        }),
      ),

    close: () => gate.close(),
  };
}

/** Newest first. */
async function versionsOf(documents: IDBObjectStore, name: DocumentName): Promise<DocumentVersion[]> {
  return (await answerOf(documents.getAll(rangeOf(name)))) as DocumentVersion[];
}

function without({ labels }: DocumentVersion, taken: readonly string[]): string[] {
  return labels.filter((label) => !taken.includes(label));
}

function put(documents: IDBObjectStore, version: DocumentVersion, labels: readonly string[]): void {
  if (labels.join() !== version.labels.join()) documents.put({ ...version, labels }, keyOf(version));
}

function keyOf({ kind, name, version }: DocumentName & { readonly version: number }): IDBValidKey {
  return [kind, name, -version];
}

/** Behind every version of a name, before the next name. */
function afterName({ kind, name }: DocumentName): IDBValidKey {
  return [kind, name, 0];
}

function rangeOf({ kind, name }: DocumentName): IDBKeyRange {
  return IDBKeyRange.bound([kind, name], afterName({ kind, name }));
}
