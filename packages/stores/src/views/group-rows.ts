import { deriveSessions, deriveUsers } from '@oriel/core';
import type { Score, Session, User, ViewRecord } from '@oriel/core';
import { AmountColumns } from '../columns/amount-columns.ts';
import { RowPlaces } from '../columns/row-places.ts';
import type { RowReader } from '../records/row-reader.ts';
import type { TraceTable } from '../tables/trace-table.ts';
import { amountColumn } from './amount-column.ts';
import { values } from './column-makers.ts';
import { groupMembers } from './group-members.ts';
import type { GroupMembers } from './group-members.ts';
import type { NumbersColumn, Rows, ViewColumn } from './view-column.ts';
import type { ViewRows } from './view-rows.ts';

/** Sessions as rows, made of the given traces. `scores` are those that may be on a session. */
export function sessionRows(reader: RowReader, traces: Rows, scores: readonly Score[]): ViewRows<'sessions'> {
  const { sessionId, sessionIds } = reader.tables.traces;
  const groups = groupMembers(sessionId, sessionIds.size, traces);
  const idOf = (row: number) => sessionIds.valueOf(groups.codeOf(row)) ?? '';
  const bySession = groupBySession(scores);
  const sessionAt = (row: number): Session =>
    first(deriveSessions(Array.from(groups.membersOf(row), (trace) => reader.trace(trace))));
  return {
    ...groupRows(reader, groups, idOf, sessionAt, (id) => bySession.get(id) ?? []),
    view: 'sessions',
  };
}

function groupBySession(scores: readonly Score[]): Map<string | null, Score[]> {
  const groups = new Map<string | null, Score[]>();
  for (const score of scores) {
    const group = groups.get(score.sessionId);
    if (group) group.push(score);
    else groups.set(score.sessionId, [score]);
  }
  return groups;
}

/** Users as rows, made of the given traces. */
export function userRows(reader: RowReader, traces: Rows): ViewRows<'users'> {
  const { userId, userIds } = reader.tables.traces;
  const groups = groupMembers(userId, userIds.size, traces);
  const idOf = (row: number) => userIds.valueOf(groups.codeOf(row)) ?? '';
  const userAt = (row: number): User =>
    first(deriveUsers(Array.from(groups.membersOf(row), (trace) => reader.trace(trace))));
  return { ...groupRows(reader, groups, idOf, userAt, () => []), view: 'users' };
}

function groupRows<Item>(
  reader: RowReader,
  groups: GroupMembers,
  idOf: (row: number) => string,
  itemAt: (row: number) => Item,
  scoresOf: (id: string) => readonly Score[],
) {
  const { traces } = reader.tables;
  let amounts: Amounts | undefined;
  return {
    rows: Uint32Array.from({ length: groups.count }, (_, row) => row),
    column(field: string): ViewColumn | null {
      if (field === 'id') return values(idOf);
      const fold = FOLDS[field];
      if (fold) return foldMembers(groups, (members) => fold(traces, members));
      if (!/^(?:input|output|total)(?:Tokens|Cost)$|^(?:usage|cost)\./.test(field)) return null;
      amounts ??= sumAmounts(traces, groups);
      return amountColumn(amounts.usage, amounts.cost, field);
    },
    record(row: number): ViewRecord<Item> {
      let item: Item | undefined;
      return {
        get item(): Item {
          item ??= itemAt(row);
          return item;
        },
        trace: null,
        observation: null,
        get scores(): readonly Score[] {
          return scoresOf(idOf(row));
        },
        payload: () => ({ metadata: {}, input: [], output: [], toolNames: [], convention: null }),
      };
    },
    keyOf: (row: number) => [idOf(row), ''] as const,
    compareKeys: (a: number, b: number) => (idOf(a) < idOf(b) ? -1 : idOf(a) > idOf(b) ? 1 : 0),
    needPayloads() {
      // Sessions and users have no payload.
    },
  };
}

interface Amounts {
  readonly usage: AmountColumns;
  readonly cost: AmountColumns;
}

function sumAmounts(traces: TraceTable, groups: GroupMembers): Amounts {
  const places = new RowPlaces();
  const amounts = { usage: new AmountColumns(places), cost: new AmountColumns(places) };
  for (let row = 0; row < groups.count; row += 1) {
    const members = groups.membersOf(row);
    amounts.usage.set(row, traces.usage.sumOf(members));
    amounts.cost.set(row, traces.cost.sumOf(members));
  }
  return amounts;
}

type Fold = (traces: TraceTable, members: Rows) => number;

const firstStart: Fold = ({ startTime }, members) => {
  let least = Infinity;
  for (const row of members) least = Math.min(least, startTime.get(row) ?? Infinity);
  return least;
};

const lastMoment: Fold = ({ startTime, endTime }, members) => {
  let latest = -Infinity;
  for (const row of members) latest = Math.max(latest, endTime.get(row) ?? startTime.get(row) ?? -Infinity);
  return latest;
};

const traceCount: Fold = (_, members) => members.length;

const sessionCount: Fold = ({ sessionId }, members) => {
  const sessions = new Set<number>();
  for (const row of members) sessions.add(sessionId.get(row));
  sessions.delete(0);
  return sessions.size;
};

const errorCount: Fold = ({ level, levels }, members) => {
  const error = levels.find('ERROR');
  return members.reduce((count, row) => count + Number(level.get(row) === error), 0);
};

/** What sessions and users are to their traces, by field; core's `deriveSessions` and `deriveUsers` field by field. */
const FOLDS: Readonly<Record<string, Fold>> = {
  startTime: firstStart,
  endTime: lastMoment,
  firstSeen: firstStart,
  lastSeen: lastMoment,
  duration: (traces, members) => lastMoment(traces, members) - firstStart(traces, members),
  traceCount,
  sessionCount,
  errorCount,
};

function foldMembers(groups: GroupMembers, fold: (members: Rows) => number): NumbersColumn {
  return {
    kind: 'numbers',
    gather: (rows) => Float64Array.from(rows, (row) => fold(groups.membersOf(row))),
  };
}

/** Traces of one session make one session. */
function first<Item>([item]: readonly Item[]): Item {
  if (item === undefined) throw new Error('A group without members was asked for.');
  return item;
}
