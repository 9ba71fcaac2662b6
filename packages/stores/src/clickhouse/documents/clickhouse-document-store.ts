import { StoreError } from '@oriel/core';
import type {
  CallOptions,
  DocumentName,
  DocumentStore,
  DocumentVersion,
  DocumentWrite,
  JsonValue,
} from '@oriel/core';
import type { Connection } from '../connection.ts';
import { randomId } from '../random-id.ts';
import type { Tables } from '../schema/tables.ts';
import type { Parameters } from '../sql/parameters.ts';

const DEFAULT_LIMIT = 50;
/** Of two writers without an expectation one has to look again; this many times in a row is somebody's endless loop. */
const MAX_TRIES = 20;

interface VersionRow {
  readonly name: string;
  readonly generation: number;
  readonly version: number;
  readonly body: string;
  readonly created_at: number;
  readonly writer: string;
  readonly labels: readonly string[];
}

/**
 * Documents as rows, a row for each version. Who writes a version first has it: its insert bears a token of the name and
 * the number, and ClickHouse drops an insert whose token it has seen, on one node as among replicas.
 */
export function clickHouseDocumentStore(connection: Connection, tables: Tables): DocumentStore {
  /** The versions of a document, the newest first, and how often it was deleted. */
  async function versionsOf({ kind, name }: DocumentName, options?: CallOptions) {
    const rows = await connection.rows<VersionRow>(
      (parameters) =>
        versionsSql(tables, `kind = ${parameters.text(kind)} AND name = ${parameters.text(name)}`),
      'read a document',
      options,
    );
    // A deletion leaves the row of version 0 in the next generation.
    return {
      rows: rows.filter(({ version }) => version > 0),
      generation: rows[0]?.generation ?? 0,
    };
  }

  async function insertOnce(document: DocumentName, row: Omit<VersionRow, 'name' | 'labels' | 'writer'>) {
    const { kind, name } = document;
    const writer = randomId();
    const token = JSON.stringify([kind, name, row.generation, row.version]);
    await connection.insert(tables.documents, [{ kind, name, ...row, writer }], { settings: once(token) });
    return writer;
  }

  /** Writes the version after the newest one; `null` when somebody else was faster. */
  async function tryWrite(document: DocumentWrite): Promise<number | null> {
    const { rows, generation } = await versionsOf(document);
    const newest = rows[0]?.version ?? 0;
    const { name, expectedVersion, body, createdAt = Date.now() } = document;
    if (expectedVersion !== undefined && expectedVersion !== newest)
      throw conflict(name, newest, expectedVersion);
    const version = newest + 1;
    const row = { generation, version, body: JSON.stringify(body), created_at: createdAt };
    const writer = await insertOnce(document, row);
    const written = (await versionsOf(document)).rows.find((entry) => entry.version === version);
    if (written?.writer !== writer) return null;
    const labels = (document.labels ?? []).filter((label) => label !== 'latest');
    await connection.insert(
      tables.document_labels,
      labels.map((label) => ({ kind: document.kind, name, generation, label, version })),
      { settings: SYNCHRONOUS },
    );
    return version;
  }

  async function read(name: DocumentName, version: number): Promise<DocumentVersion> {
    const { rows } = await versionsOf(name);
    const row = rows.find((entry) => entry.version === version);
    if (row) return versionOf(name.kind, row, version === rows[0]?.version);
    throw new StoreError('unavailable', `"${name.name}" was deleted while it was written. Write it again.`);
  }

  return {
    contract: 1,

    async write(document, options) {
      connection.check(options);
      for (let tries = 0; tries < MAX_TRIES; tries += 1) {
        const version = await tryWrite(document);
        if (version !== null) return read(document, version);
      }
      throw new StoreError(
        'unavailable',
        `"${document.name}" is written by so many at once that this write never came first. Try again later.`,
      );
    },

    async read({ version, label = 'latest', ...name }, options) {
      const { rows } = await versionsOf(name, options);
      const all = rows.map((row, index) => versionOf(name.kind, row, index === 0));
      return (
        all.find((entry) =>
          version === undefined ? entry.labels.includes(label) : entry.version === version,
        ) ?? null
      );
    },

    async list({ kind, limit = DEFAULT_LIMIT, cursor }, options) {
      const rows = await connection.rows<VersionRow>(
        (parameters) => newestSql(tables, kind, cursor, limit + 1, parameters),
        'list documents',
        options,
      );
      const items = rows.slice(0, limit).map((row) => versionOf(kind, row, true));
      return { items, nextCursor: rows.length > limit ? (items.at(-1)?.name ?? null) : null };
    },

    async listVersions(name, options) {
      const { rows } = await versionsOf(name, options);
      return rows.map((row, index) => versionOf(name.kind, row, index === 0));
    },

    async setLabel({ version, label, ...name }, options) {
      connection.check(options);
      if (label === 'latest') {
        throw new StoreError('bad-query', 'The store keeps the label "latest" itself. Use another name.');
      }
      const { rows, generation } = await versionsOf(name);
      if (!rows.some((row) => row.version === version)) {
        throw new StoreError(
          'not-found',
          `"${name.name}" has no version ${version}, so nothing was labelled.`,
        );
      }
      await connection.insert(tables.document_labels, [{ ...name, generation, label, version }], {
        settings: SYNCHRONOUS,
      });
    },

    async delete(name, options) {
      connection.check(options);
      const { rows, generation } = await versionsOf(name);
      if (rows.length === 0) return;
      await insertOnce(name, { generation: generation + 1, version: 0, body: '', created_at: 0 });
    },

    close() {
      connection.close();
      return Promise.resolve();
    },
  };
}

const SYNCHRONOUS = { async_insert: 0, distributed_foreground_insert: 1, precise_float_parsing: 1 };

/** An insert that is dropped where one with the same token came before. */
function once(token: string) {
  return { ...SYNCHRONOUS, insert_deduplicate: 1, insert_deduplication_token: token };
}

/** Versions of the newest generation, with the labels that point at them now. */
function versionsSql({ documents, document_labels: labels }: Tables, where: string): string {
  return `SELECT name, generation, version, body, created_at, writer,
      arraySort(groupArrayIf(label, label != '' AND labelled = version)) AS labels
    FROM (SELECT * FROM ${documents} WHERE ${where}
      AND (kind, name, generation) IN (SELECT kind, name, max(generation) FROM ${documents} WHERE ${where} GROUP BY kind, name)) AS d
    LEFT JOIN (SELECT kind, name, generation, label, version AS labelled FROM ${labels} FINAL WHERE ${where}) AS l
      ON l.kind = d.kind AND l.name = d.name AND l.generation = d.generation
    GROUP BY name, generation, version, body, created_at, writer
    ORDER BY name, version DESC`;
}

function newestSql(
  tables: Tables,
  kind: string,
  cursor: string | undefined,
  limit: number,
  parameters: Parameters,
): string {
  const after = cursor === undefined ? '1' : `name > ${parameters.text(cursor)}`;
  const versions = versionsSql(tables, `kind = ${parameters.text(kind)} AND ${after}`);
  return `SELECT * FROM (${versions}) WHERE version > 0 LIMIT 1 BY name LIMIT ${parameters.count(limit)}`;
}

function versionOf(kind: DocumentVersion['kind'], row: VersionRow, isNewest: boolean): DocumentVersion {
  return {
    kind,
    name: row.name,
    version: row.version,
    body: JSON.parse(row.body) as JsonValue,
    labels: [...row.labels, ...(isNewest ? ['latest'] : [])].toSorted(),
    createdAt: row.created_at,
  };
}

function conflict(name: string, newest: number, expected: number): StoreError {
  return new StoreError(
    'conflict',
    `"${name}" is at version ${newest}, not ${expected}: somebody else wrote it. Read it again and repeat the change.`,
  );
}
