import { AsyncDuckDB, VoidLogger } from '@duckdb/duckdb-wasm';
import type { AsyncDuckDBConnection } from '@duckdb/duckdb-wasm';
import { SCHEMA } from './table-rows.ts';
import type { CsvRows } from './table-rows.ts';

/** Characters of CSV that are handed over at once. */
const CHUNK = 16 * 2 ** 20;

type TableName = keyof CsvRows;

/** DuckDB in a worker of its own, as its documentation sets it up. */
export class DuckDb {
  readonly #database: AsyncDuckDB;
  readonly #connection: AsyncDuckDBConnection;
  readonly #waiting: CsvRows = { traces: '', observations: '', scores: '' };

  private constructor(database: AsyncDuckDB, connection: AsyncDuckDBConnection) {
    this.#database = database;
    this.#connection = connection;
  }

  static async open(): Promise<DuckDb> {
    const database = new AsyncDuckDB(new VoidLogger(), new Worker('/duckdb-browser-eh.worker.js'));
    await database.instantiate(new URL('/duckdb-eh.wasm', location.href).href);
    const connection = await database.connect();
    for (const [name, columns] of Object.entries(SCHEMA)) {
      await connection.query(`CREATE TABLE ${name === 'traces' ? 'own_traces' : name} (${columns})`);
    }
    return new DuckDb(database, connection);
  }

  async add(rows: CsvRows): Promise<void> {
    for (const table of Object.keys(rows) as TableName[]) {
      this.#waiting[table] += rows[table];
      if (this.#waiting[table].length > CHUNK) await this.#insert(table);
    }
  }

  /** Loads what is left, and adds up what observations make of their traces. */
  async finish(): Promise<void> {
    for (const table of Object.keys(this.#waiting) as TableName[]) await this.#insert(table);
    await this.#connection.query(`CREATE TABLE traces AS
      SELECT id, name, user_id, tenant, least(own_traces.start, sums.start) AS start, sums.cost,
        epoch_ms(sums.finish) - epoch_ms(sums.start) AS latency
      FROM own_traces LEFT JOIN (
        SELECT trace_id, sum(cost) AS cost, min(start) AS start, max(coalesce(finish, start)) AS finish
        FROM observations GROUP BY 1
      ) sums ON sums.trace_id = own_traces.id`);
  }

  /** Rows as plain lists. */
  async query(sql: string): Promise<unknown[][]> {
    const table = await this.#connection.query(sql);
    return table.toArray().map((row) => Object.values((row as { toJSON(): object }).toJSON()));
  }

  /** As {@link query}, but the answer stays in its columns, as a fast caller would read it. */
  async run(sql: string): Promise<void> {
    await this.#connection.query(sql);
  }

  /** Ends its worker. */
  async close(): Promise<void> {
    await this.#connection.close();
    await this.#database.terminate();
  }

  async #insert(table: TableName): Promise<void> {
    const text = this.#waiting[table];
    if (text === '') return;
    this.#waiting[table] = '';
    await this.#database.registerFileText('rows.csv', text);
    const columns = SCHEMA[table]
      .split(', ')
      .map((column) => column.split(' '))
      .map(([name = '', type = '']) => `'${name}': '${type}'`)
      .join(', ');
    const into = table === 'traces' ? 'own_traces' : table;
    await this.#connection.query(
      `INSERT INTO ${into} SELECT * FROM read_csv('rows.csv', header = false, auto_detect = false, delim = ',', quote = '"', escape = '"', columns = {${columns}})`,
    );
    await this.#database.dropFile('rows.csv');
  }
}
