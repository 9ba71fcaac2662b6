import { identifier } from './table-name.ts';
import type { TableDefinition } from './table-columns.ts';

/** Where the tables of a store are. */
export interface Place {
  readonly database: string;
  /** A cluster of the server's configuration; tables are replicated and sharded over it. */
  readonly cluster?: string | undefined;
  /** Days that rows are kept after they were last written to. */
  readonly retentionDays?: number | undefined;
}

/** `ON CLUSTER …`, where there is one. */
export function onCluster({ cluster }: Place): string {
  return cluster === undefined ? '' : ` ON CLUSTER ${identifier(cluster, 'cluster')}`;
}

export function createDatabase(place: Place): string {
  return `CREATE DATABASE IF NOT EXISTS ${identifier(place.database, 'database')}${onCluster(place)}`;
}

/** The table with the rows: itself on one node, each shard's own in a cluster. */
export function storedTable(table: string, { database, cluster }: Place): string {
  return `${identifier(database, 'database')}.\`${table}${cluster === undefined ? '' : '_local'}\``;
}

/** The table that statements name: in a cluster, the one that stands for all shards. */
export function namedTable(table: string, { database }: Place): string {
  return `${identifier(database, 'database')}.\`${table}\``;
}

/** The statements that make a table where there is none yet. */
export function createTable(definition: TableDefinition, place: Place): string[] {
  const { table, columns, orderBy, settings } = definition;
  const create = [
    `CREATE TABLE IF NOT EXISTS ${storedTable(table, place)}${onCluster(place)}`,
    `(\n  ${columns.join(',\n  ')}\n)`,
    `ENGINE = ${engineOf(definition, place)}`,
    `ORDER BY ${orderBy}`,
    ...(settings === undefined || place.cluster !== undefined ? [] : [`SETTINGS ${settings}`]),
  ].join('\n');
  return place.cluster === undefined ? [create] : [create, distributed(definition, place)];
}

/** Replicas meet where the server's own `default_replica_path` says, by its macros `{shard}` and `{replica}`. */
function engineOf({ engine, engineArguments = [] }: TableDefinition, { cluster }: Place): string {
  const name = cluster === undefined ? engine : `Replicated${engine}`;
  return engineArguments.length === 0 ? name : `${name}(${engineArguments.join(', ')})`;
}

function distributed({ table, shardBy = 'rand()' }: TableDefinition, place: Place): string {
  const { database, cluster = '' } = place;
  const [on, of] = [identifier(cluster, 'cluster'), identifier(database, 'database')];
  return [
    `CREATE TABLE IF NOT EXISTS ${namedTable(table, place)}${onCluster(place)}`,
    `AS ${storedTable(table, place)}`,
    `ENGINE = Distributed(${on}, ${of}, \`${table}_local\`, ${shardBy})`,
  ].join('\n');
}

/** How long a table keeps its rows: said again whenever a store is opened, so that it can be changed. */
export function expiry({ table, expires }: TableDefinition, place: Place): string | null {
  if (expires === undefined || place.retentionDays === undefined) return null;
  const days = Math.ceil(place.retentionDays);
  return `ALTER TABLE ${storedTable(table, place)}${onCluster(place)} MODIFY TTL ${expires} + INTERVAL ${days} DAY`;
}
