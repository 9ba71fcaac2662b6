import type { CallOptions, Cost, EpochMs, Filter, Session, Usage, User, UserId } from '@oriel/core';
import { viewQuery } from '../sql/view-query.ts';
import { inParts } from './in-parts.ts';
import { nameOf } from './store-reader.ts';
import type { ItemKey, StoreReader } from './store-reader.ts';

interface GroupRow {
  readonly id: string;
  readonly firstStart: EpochMs;
  readonly lastMoment: EpochMs;
  readonly traceCount: number;
  readonly usageSum: Usage;
  readonly costSum: Cost;
  readonly userIds?: readonly UserId[];
  readonly firstEnvironment?: string;
  readonly sessionCount?: number;
  readonly errorTraces?: number;
}

const COLUMNS = ['id', 'firstStart', 'lastMoment', 'traceCount', 'usageSum', 'costSum'];
const OWN = { sessions: ['userIds', 'firstEnvironment'], users: ['sessionCount', 'errorTraces'] };

/** Sessions or users of some keys, made of the traces within a filter alone. */
export async function readGroups(
  { connection, tables }: StoreReader,
  view: 'sessions' | 'users',
  keys: readonly ItemKey[],
  within: Filter | undefined,
  options?: CallOptions,
): Promise<Map<string, Session | User>> {
  const ids = keys.map(({ id }) => id);
  const rows = await inParts(ids, String, (part) =>
    connection.rows<GroupRow>(
      (parameters) => {
        const query = viewQuery({ view, tables, parameters, query: { traces: within } });
        const columns = [...COLUMNS, ...OWN[view]];
        query.columns(columns);
        return `SELECT ${columns.join(', ')} ${query.from()} AND id IN ${parameters.texts(part)}`;
      },
      `read ${view}`,
      options,
    ),
  );
  const read = view === 'sessions' ? sessionOf : userOf;
  return new Map(rows.map((row) => [nameOf({ id: row.id, traceId: '' }), read(row)]));
}

function sessionOf(row: GroupRow): Session {
  return {
    id: row.id,
    startTime: row.firstStart,
    endTime: row.lastMoment,
    traceCount: row.traceCount,
    userIds: row.userIds ?? [],
    environment: row.firstEnvironment ?? 'default',
    usage: row.usageSum,
    cost: row.costSum,
  };
}

function userOf(row: GroupRow): User {
  return {
    id: row.id,
    firstSeen: row.firstStart,
    lastSeen: row.lastMoment,
    traceCount: row.traceCount,
    sessionCount: row.sessionCount ?? 0,
    errorCount: row.errorTraces ?? 0,
    usage: row.usageSum,
    cost: row.costSum,
  };
}
