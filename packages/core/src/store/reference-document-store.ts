import type { DocumentVersion } from '../model/document.ts';
import { throwIfAborted } from './call-options.ts';
import type { CallOptions } from './call-options.ts';
import type { DocumentName, DocumentStore } from './document-store.ts';
import { StoreError } from './store-error.ts';

const DEFAULT_LIMIT = 50;

/** The document half of `referenceStore`. */
export function referenceDocumentStore(): DocumentStore {
  /** Versions by kind and name, oldest first: version n is at n − 1. */
  const documents = new Map<string, DocumentVersion[]>();
  let isClosed = false;

  async function call<Answer>(options: CallOptions | undefined, answer: () => Answer): Promise<Answer> {
    if (isClosed) throw new StoreError('closed', 'The store was closed. Open a new one to go on.');
    throwIfAborted(options);
    return answer();
  }

  const versionsOf = (name: DocumentName) => documents.get(keyOf(name)) ?? [];

  function pointLabel(versions: DocumentVersion[], version: number, label: string): DocumentVersion[] {
    return versions.map((entry) => ({
      ...entry,
      labels: [
        ...entry.labels.filter((other) => other !== label),
        ...(entry.version === version ? [label] : []),
      ].toSorted(),
    }));
  }

  return {
    contract: 1,

    write: ({ kind, name, body, labels = [], expectedVersion, createdAt = Date.now() }, options) =>
      call(options, () => {
        const versions = versionsOf({ kind, name });
        if (expectedVersion !== undefined && expectedVersion !== versions.length) {
          throw new StoreError(
            'conflict',
            `"${name}" is at version ${versions.length}, not ${expectedVersion}: somebody else wrote it. Read it again and repeat the change.`,
          );
        }
        const version = versions.length + 1;
        const entry: DocumentVersion = { kind, name, version, body, labels: [], createdAt };
        let next = [...versions, entry];
        for (const label of ['latest', ...labels]) next = pointLabel(next, version, label);
        documents.set(keyOf({ kind, name }), next);
        return next[version - 1] ?? entry;
      }),

    read: ({ version, label = 'latest', ...name }, options) =>
      call(options, () => {
        const versions = versionsOf(name);
        const wanted = (entry: DocumentVersion) =>
          version === undefined ? entry.labels.includes(label) : entry.version === version;
        return versions.find(wanted) ?? null;
      }),

    list: ({ kind, limit = DEFAULT_LIMIT, cursor }, options) =>
      call(options, () => {
        const newest = [...documents.values()]
          .map((versions) => versions.at(-1))
          .filter((entry) => entry?.kind === kind && (cursor === undefined || entry.name > cursor))
          .filter((entry) => entry !== undefined)
          .toSorted((a, b) => (a.name < b.name ? -1 : 1));
        const items = newest.slice(0, limit);
        return { items, nextCursor: newest.length > limit ? (items.at(-1)?.name ?? null) : null };
      }),

    listVersions: (name, options) => call(options, () => versionsOf(name).toReversed()),

    setLabel: ({ version, label, ...name }, options) =>
      call(options, () => {
        if (label === 'latest') {
          throw new StoreError('bad-query', 'The store keeps the label "latest" itself. Use another name.');
        }
        const versions = versionsOf(name);
        if (versions[version - 1] === undefined) {
          throw new StoreError(
            'not-found',
            `"${name.name}" has no version ${version}, so nothing was labelled.`,
          );
        }
        documents.set(keyOf(name), pointLabel(versions, version, label));
      }),

    delete: (name, options) => call(options, () => void documents.delete(keyOf(name))),

    close() {
      isClosed = true;
      return Promise.resolve();
    },
  };
}

function keyOf({ kind, name }: DocumentName): string {
  return JSON.stringify([kind, name]);
}
