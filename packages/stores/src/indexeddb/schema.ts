/**
 * What is where in the database. `segments` is the truth of the traces; `snapshots` is derived from it.
 *
 *     segments    [first ref, count, bytes] → bytes of a segment      the sizes are in the key, to be listed without values
 *     deletions   ref → which traces were forgotten, and their refs   takes its ref from the same count as patches
 *     head        'head' → the next ref to be given; 'snapshot' → the snapshot that is whole; 'reserve' → room for deletions
 *     snapshots   [ref, place of the block] → bytes                   the newest is whole when `head` names it
 *     documents   [kind, name, −version] → the version                the newest of a name comes first
 *     media       id → the description and its bytes
 */
export const STORES = {
  segments: 'segments',
  deletions: 'deletions',
  head: 'head',
  snapshots: 'snapshots',
  documents: 'documents',
  media: 'media',
} as const;

export type ObjectStoreName = (typeof STORES)[keyof typeof STORES];

/** Step n takes a database of version n to version n + 1. Steps that were published never change. */
const STEPS: readonly ((database: IDBDatabase) => void)[] = [
  (database) => {
    database.createObjectStore(STORES.segments);
    database.createObjectStore(STORES.deletions);
    database.createObjectStore(STORES.head);
  },
  (database) => {
    database.createObjectStore(STORES.snapshots);
    database.createObjectStore(STORES.documents);
    database.createObjectStore(STORES.media);
  },
];

/** The version of the schema above. */
export const SCHEMA_VERSION = STEPS.length;

/** Brings a database of any older version to the schema above; 0 is an empty one. */
export function migrate(database: IDBDatabase, from: number): void {
  for (const step of STEPS.slice(from)) step(database);
}
