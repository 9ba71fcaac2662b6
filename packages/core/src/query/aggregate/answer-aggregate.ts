import type { EpochMs } from '../../model/units.ts';
import { findField, BUCKET_FIELD } from '../fields/view-fields.ts';
import { listOf, matches } from '../matches.ts';
import type { StoreContents } from '../store-contents.ts';
import { viewRecords } from '../view-records.ts';
import type { View, ViewItems, ViewRecord } from '../view-record.ts';
import type { AggregateAnswer, AggregateQuery, AggregateRow, GroupValue } from './aggregate-query.ts';
import { DEFAULT_GROUPS } from './aggregate-query.ts';
import { checkAggregate } from './check-aggregate.ts';
import { checkRowCount } from './check-row-count.ts';
import { compareGroups } from './compare-groups.ts';
import { measurer } from './measure.ts';
import { bucketStart } from './time-buckets.ts';

/**
 * The reference evaluator of aggregates: every record is looked at, every group computed anew. It is the definition;
 * a store may be faster, never different.
 *
 * @throws `bad-query`, `too-large`
 */
export function answerAggregate(contents: StoreContents, query: AggregateQuery): AggregateAnswer {
  checkAggregate(query);
  return answerChecked(contents, query);
}

type AnyRecord = ViewRecord<ViewItems[View]>;

/** One record in one of its groups. */
interface Membership {
  readonly group: readonly GroupValue[];
  readonly bucket: EpochMs | null;
  readonly record: AnyRecord;
}

function answerChecked(contents: StoreContents, query: AggregateQuery): AggregateAnswer {
  const {
    view,
    filter,
    traces,
    dimensions = [],
    timeBucket,
    measures,
    limit = DEFAULT_GROUPS,
    order,
  } = query;
  const records = viewRecords(view, contents, traces).filter(
    (record) => filter === undefined || matches(view, record, filter),
  );
  const memberships = records.flatMap((record): Membership[] => {
    const moment = findField(view, BUCKET_FIELD[view])?.read(record) as EpochMs;
    const bucket = timeBucket ? bucketStart(moment, timeBucket) : null;
    return groupsOf(view, record, dimensions).map((group) => ({ group, bucket, record }));
  });
  const measure = measurer(view, measures, records);
  const measureAll = (members: readonly Membership[]) => measure(members.map(({ record }) => record));

  const groups = [...groupBy(memberships, ({ group }) => JSON.stringify(group)).values()]
    .map((members) => ({ group: members[0]?.group ?? [], members, values: measureAll(members) }))
    .toSorted(compareGroups(measures, order));

  const cellsOf = (group: readonly GroupValue[], isRest: boolean, ofGroup: readonly Membership[]) =>
    [...groupBy(ofGroup, ({ bucket }) => bucket)]
      .toSorted(([a], [b]) => (a ?? -Infinity) - (b ?? -Infinity))
      .map(([bucket, members]) => ({ group, isRest, bucket, members }));

  const rest = groups.slice(limit).flatMap(({ members }) => members);
  const cells = [
    ...groups.slice(0, limit).flatMap(({ group, members }) => cellsOf(group, false, members)),
    ...cellsOf([], true, rest),
  ];
  checkRowCount(query, cells.length);
  const rows = cells.map(({ members, ...row }): AggregateRow => ({ ...row, values: measureAll(members) }));
  const isSingle = dimensions.length === 0 && timeBucket === undefined;
  const nothing: AggregateRow = { group: [], isRest: false, bucket: null, values: measure([]) };
  return {
    rows: isSingle && rows.length === 0 ? [nothing] : rows,
    groupCount: dimensions.length === 0 ? 1 : groups.length,
  };
}

/** Every combination of a record's values. */
function groupsOf(
  view: View,
  record: AnyRecord,
  dimensions: readonly string[],
): readonly (readonly GroupValue[])[] {
  let groups: readonly (readonly GroupValue[])[] = [[]];
  for (const dimension of dimensions) {
    const values = new Set<GroupValue>(listOf(findField(view, dimension)?.read(record) ?? null));
    if (values.size === 0) values.add(null);
    groups = groups.flatMap((group) => [...values].map((value) => [...group, value]));
  }
  return groups;
}

function groupBy<Member, Key>(members: readonly Member[], key: (member: Member) => Key): Map<Key, Member[]> {
  const groups = new Map<Key, Member[]>();
  for (const member of members) {
    const group = groups.get(key(member));
    if (group) group.push(member);
    else groups.set(key(member), [member]);
  }
  return groups;
}
