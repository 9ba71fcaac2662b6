import { StoreError, throwIfAborted } from '@oriel/core';
import type { CallOptions, DocumentName, DocumentStore, DocumentVersion } from '@oriel/core';
import type { DocumentShelf } from './document-shelf.ts';

const DEFAULT_LIMIT = 50;

/** The `DocumentStore` contract over a shelf: versions, labels and compare-and-set. */
export function shelfDocumentStore(shelf: DocumentShelf): DocumentStore {
  let last: Promise<unknown> = Promise.resolve();
  let isClosed = false;

  function check(options: CallOptions | undefined): void {
    if (isClosed) throw new StoreError('closed', 'The store was closed. Open a new one to go on.');
    throwIfAborted(options);
  }

  async function read<Answer>(options: CallOptions | undefined, answer: () => Promise<Answer>) {
    check(options);
    const given = await answer();
    check(options);
    return given;
  }

  /** One change at a time: each begins with what the one before has made. */
  async function change<Answer>(options: CallOptions | undefined, make: () => Promise<Answer>) {
    check(options);
    const made = last.then(() => {
      check(options);
      return make();
    });
    last = made.catch(() => undefined);
    return made;
  }

  return {
    contract: 1,

    write: ({ kind, name, body, labels = [], expectedVersion, createdAt = Date.now() }, options) =>
      change(options, async () => {
        const versions = await shelf.read({ kind, name });
        if (expectedVersion !== undefined && expectedVersion !== versions.length) {
          throw new StoreError(
            'conflict',
            `"${name}" is at version ${versions.length}, not ${expectedVersion}: somebody else wrote it. Read it again and repeat the change.`,
          );
        }
        const version = versions.length + 1;
        const entry: DocumentVersion = { kind, name, version, body, labels: [], createdAt };
        const next = ['latest', ...labels].reduce(
          (before, label) => pointLabel(before, version, label),
          [...versions, entry],
        );
        await shelf.replace({ kind, name }, next);
        return next[version - 1] ?? entry;
      }),

    read: ({ version, label = 'latest', ...name }, options) =>
      read(options, async () => {
        const isWanted = (entry: DocumentVersion) =>
          version === undefined ? entry.labels.includes(label) : entry.version === version;
        return (await shelf.read(name)).find(isWanted) ?? null;
      }),

    list: ({ kind, limit = DEFAULT_LIMIT, cursor }, options) =>
      read(options, async () => {
        const names = (await shelf.names(kind)).filter((name) => cursor === undefined || name > cursor);
        const shown = names.toSorted((a, b) => (a < b ? -1 : 1)).slice(0, limit);
        const items: DocumentVersion[] = [];
        for (const name of shown) {
          const newest = (await shelf.read({ kind, name })).at(-1);
          if (newest) items.push(newest);
        }
        return { items, nextCursor: names.length > limit ? (shown.at(-1) ?? null) : null };
      }),

    listVersions: (name, options) => read(options, async () => (await shelf.read(name)).toReversed()),

    setLabel: ({ version, label, ...name }, options) =>
      change(options, async () => {
        if (label === 'latest') {
          throw new StoreError('bad-query', 'The store keeps the label "latest" itself. Use another name.');
        }
        const versions = await shelf.read(name);
        if (versions[version - 1] === undefined) {
          throw new StoreError(
            'not-found',
            `"${name.name}" has no version ${version}, so nothing was labelled.`,
          );
        }
        await shelf.replace(name, pointLabel(versions, version, label));
      }),

    delete: (name: DocumentName, options) => change(options, () => shelf.remove(name)),

    async close() {
      if (isClosed) return;
      isClosed = true;
      await last;
      await shelf.close();
    },
  };
}

/** Points a label at one version, away from the version it pointed at. */
function pointLabel(versions: readonly DocumentVersion[], version: number, label: string): DocumentVersion[] {
  return versions.map((entry) => {
    const others = entry.labels.filter((other) => other !== label);
    return { ...entry, labels: entry.version === version ? [...others, label].toSorted() : others };
  });
}
