import { BUCKET_FIELD, bucketStart, checkRowCount, DEFAULT_GROUPS, MAX_ROWS } from '@oriel/core';
import type { AggregateAnswer, AggregateQuery, AggregateRow, CallOptions, EpochMs } from '@oriel/core';
import type { Parameters } from '../sql/parameters.ts';
import { viewQuery } from '../sql/view-query.ts';
import { bucketSql, UTC, zoneOffsets } from './bucket-sql.ts';
import type { ZoneOffsets } from './bucket-sql.ts';
import { dimensionSql, groupsOrderBy, measuredNumber, readGroupValue } from './group-sql.ts';
import { measureInput, measureSql, readMeasure } from './measure-sql.ts';
import type { Range } from './measure-sql.ts';
import type { StoreReader } from './store-reader.ts';

/** A row of measures, `m0` and on, of a group, `g0` and on. */
type AnswerRow = Readonly<Record<string, unknown>>;

/** What has to be known before the records can be counted. */
interface Frame {
  readonly zone: ZoneOffsets;
  /** Of each measure; `null` where it is no histogram, or there are no values. */
  readonly ranges: readonly (Range | null)[];
}

/** An answer to a question that core's `checkAggregate` let pass. ClickHouse computes all of it. */
export async function aggregateRecords(
  reader: StoreReader,
  query: AggregateQuery,
  options?: CallOptions,
): Promise<AggregateAnswer> {
  const { dimensions = [], limit = DEFAULT_GROUPS, timeBucket } = query;
  const frame = await readFrame(reader, query, options);
  if (dimensions.length === 0) {
    const rows = await cells(reader, query, frame, null, options);
    return { rows: rows.map(rowOf), groupCount: 1 };
  }
  const { groups, groupCount } = await topGroups(reader, query, frame, options);
  if (timeBucket === undefined && groupCount <= limit) return { rows: groups.map(rowOf), groupCount };
  const keys = groups.map(({ tagged }) => tagged);
  const all = await cells(reader, query, frame, keys, options);
  const place = new Map(keys.map((key, index) => [JSON.stringify(key), index]));
  const order = ({ isRest, tagged }: Cell) =>
    isRest ? groups.length : (place.get(JSON.stringify(tagged)) ?? 0);
  const rows = all.toSorted((a, b) => order(a) - order(b) || (a.bucket ?? 0) - (b.bucket ?? 0));
  return { rows: rows.map(rowOf), groupCount };
}

interface Cell extends AggregateRow {
  /** The group as ClickHouse says it. */
  readonly tagged: readonly string[];
}

function rowOf({ group, isRest, bucket, values }: Cell): AggregateRow {
  return { group, isRest, bucket, values };
}

/** The ranges of histograms and, in a zone that is not UTC, the time to look at its clocks over. */
async function readFrame(
  { connection, tables }: StoreReader,
  query: AggregateQuery,
  options?: CallOptions,
): Promise<Frame> {
  const { view, measures, timeBucket } = query;
  const timeZone = timeBucket?.timeZone ?? 'UTC';
  const histograms = measures.flatMap((measure, index) =>
    measure.aggregate === 'histogram' ? [{ index, field: measure.field }] : [],
  );
  if (histograms.length === 0 && timeZone === 'UTC') return { zone: UTC, ranges: measures.map(() => null) };
  const [row] = await connection.rows<Readonly<Record<string, number | null>>>(
    (parameters) => {
      const found = viewQuery({ view, tables, parameters, query });
      const moment = found.field(BUCKET_FIELD[view]).sql;
      const ends = histograms.map(({ index, field }) => {
        const value = measuredNumber(found.field(field));
        return `minOrNull(${value}) AS min${index}, maxOrNull(${value}) AS max${index}`;
      });
      return `SELECT ${[`minOrNull(${moment}) AS first`, `maxOrNull(${moment}) AS last`, ...ends].join(', ')} ${found.from()}`;
    },
    'look for the ends of an aggregate',
    options,
  );
  const [first, last] = [row?.['first'] ?? null, row?.['last'] ?? null];
  return {
    zone: timeZone === 'UTC' || first === null || last === null ? UTC : zoneOffsets(timeZone, first, last),
    ranges: measures.map((_, index) => {
      const [min, max] = [row?.[`min${index}`] ?? null, row?.[`max${index}`] ?? null];
      return min === null || max === null ? null : { min, max };
    }),
  };
}

/** `m0`, `m1`, … over the columns that {@link members} gives. */
function measureColumns({ measures }: AggregateQuery, { ranges }: Frame, parameters: Parameters): string[] {
  return measures.map((measure, index) => {
    const range = ranges[index] ?? null;
    const sql = range && { min: parameters.number(range.min), max: parameters.number(range.max) };
    return `${measureSql(measure, `x${index}`, sql)} AS m${index}`;
  });
}

/** Each record in each of its groups: `g0` and on, with what is measured of it as `x0` and on, and its moment. */
function members({ tables }: StoreReader, query: AggregateQuery, parameters: Parameters): string {
  const { view, measures, dimensions = [] } = query;
  const found = viewQuery({ view, tables, parameters, query });
  const columns = [
    `${found.field(BUCKET_FIELD[view]).sql} AS moment`,
    ...measures.map((measure, index) => {
      const field = 'field' in measure ? found.field(measure.field) : null;
      return `${measureInput(measure, field)} AS x${index}`;
    }),
    ...dimensions.map((dimension, index) => `${dimensionSql(found.field(dimension))} AS d${index}`),
  ];
  const records = `(SELECT ${columns.join(', ')} ${found.from()})`;
  // One dimension after the other: every combination of their values.
  return dimensions.reduce(
    (source, _, index) => `(SELECT * EXCEPT (d${index}), arrayJoin(d${index}) AS g${index} FROM ${source})`,
    records,
  );
}

function groupNames({ dimensions = [] }: AggregateQuery): string[] {
  return dimensions.map((_, index) => `g${index}`);
}

/** The groups that come first, over all of their time, and how many there are. */
async function topGroups(reader: StoreReader, query: AggregateQuery, frame: Frame, options?: CallOptions) {
  const { measures, limit = DEFAULT_GROUPS, order } = query;
  const names = groupNames(query);
  const rows = await reader.connection.rows<AnswerRow>(
    (parameters) => `SELECT *, count() OVER () AS groupCount FROM (
        SELECT ${[...names, ...measureColumns(query, frame, parameters)].join(', ')}
        FROM ${members(reader, query, parameters)} GROUP BY ${names.join(', ')})
      ORDER BY ${groupsOrderBy(measures, names, order)}
      LIMIT ${parameters.count(limit)}`,
    'aggregate records',
    options,
  );
  const groups = rows.map((row): Cell => readCell(query, frame, row, false));
  return { groups, groupCount: Number(rows[0]?.['groupCount'] ?? 0) };
}

/**
 * The measures of every group and time bucket: of the groups named by themselves, of the others together.
 *
 * @throws `too-large`
 */
async function cells(
  reader: StoreReader,
  query: AggregateQuery,
  frame: Frame,
  groups: readonly (readonly string[])[] | null,
  options?: CallOptions,
): Promise<Cell[]> {
  const { timeBucket } = query;
  const names = groups === null ? [] : groupNames(query);
  const rows = await reader.connection.rows<AnswerRow>(
    (parameters) => {
      const bucket = timeBucket && bucketSql('moment', timeBucket, frame.zone, parameters);
      const keys = [
        ...(groups === null ? [] : [`${isRestSql(names, groups, parameters)} AS isRest`]),
        ...names.map((name) => `if(isRest, '', ${name}) AS c${name}`),
        ...(bucket === undefined ? [] : [`${bucket} AS bucket`]),
      ];
      const keyNames = [
        ...(groups === null ? [] : ['isRest', ...names.map((name) => `c${name}`)]),
        ...(bucket === undefined ? [] : ['bucket']),
      ];
      const columns = [
        ...keyNames,
        'min(moment) AS firstMoment',
        ...measureColumns(query, frame, parameters),
      ];
      const grouped = keyNames.length === 0 ? '' : `GROUP BY ${keyNames.join(', ')}`;
      const from = `(SELECT ${['*', ...keys].join(', ')} FROM ${members(reader, query, parameters)})`;
      return `SELECT *, count() OVER () AS rowCount FROM (SELECT ${columns.join(', ')} FROM ${from} ${grouped})
        ORDER BY firstMoment LIMIT ${MAX_ROWS}`;
    },
    'aggregate records',
    options,
  );
  checkRowCount(query, Number(rows[0]?.['rowCount'] ?? 0));
  return rows.map((row) =>
    readCell(query, frame, row, Number(row['isRest'] ?? 0) === 1, groups === null ? null : 'c'),
  );
}

/** True for the members of groups that are not named. */
function isRestSql(
  names: readonly string[],
  groups: readonly (readonly string[])[],
  parameters: Parameters,
): string {
  const columns = names.map((_, index) => parameters.texts(groups.map((group) => group[index] ?? '')));
  const [first = ''] = columns;
  return names.length === 1
    ? `${names[0]} NOT IN ${first}`
    : `(${names.join(', ')}) NOT IN (SELECT arrayJoin(arrayZip(${columns.join(', ')})))`;
}

function readCell(
  query: AggregateQuery,
  { ranges }: Frame,
  row: AnswerRow,
  isRest: boolean,
  prefix: 'c' | '' | null = '',
): Cell {
  const tagged = prefix === null || isRest ? [] : groupNames(query).map((name) => String(row[prefix + name]));
  const { timeBucket, measures } = query;
  // Any moment of a bucket says when it begins, in the very steps of core's buckets.
  const isBucketed = timeBucket !== undefined && 'bucket' in row;
  const bucket: EpochMs | null = isBucketed ? bucketStart(Number(row['firstMoment']), timeBucket) : null;
  const values = measures.map((measure, index) =>
    readMeasure(measure, row[`m${index}`], ranges[index] ?? null),
  );
  return { tagged, group: tagged.map(readGroupValue), isRest, bucket, values };
}
