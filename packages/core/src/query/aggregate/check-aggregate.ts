import { StoreError } from '../../store/store-error.ts';
import { checkFilter } from '../check-filter.ts';
import { requireField, VIEW_FIELDS } from '../fields/view-fields.ts';
import type { FieldType } from '../fields/field.ts';
import type { RecordQuery } from '../page.ts';
import type { View } from '../view-record.ts';
import { DEFAULT_GROUPS, MAX_BINS, MAX_DIMENSIONS, MAX_GROUPS, MAX_MEASURES } from './aggregate-query.ts';
import type { AggregateQuery, GroupOrder, Measure, TimeBucket } from './aggregate-query.ts';

/**
 * Checks a question without data. Queries cross wires, so their type may be a claim.
 *
 * @throws `bad-query`
 */
export function checkAggregate(query: AggregateQuery): void {
  checkView(query.view);
  checkFilters(query.view, query);
  const { view, measures, dimensions = [], timeBucket, limit = DEFAULT_GROUPS, order } = query;
  if (!isList(measures, 1, MAX_MEASURES)) throw bad(`It takes a list of 1 to ${MAX_MEASURES} measures.`);
  for (const measure of measures) checkMeasure(view, measure);
  if (!isList(dimensions, 0, MAX_DIMENSIONS)) {
    throw bad(`It takes a list of at most ${MAX_DIMENSIONS} dimensions.`);
  }
  for (const dimension of dimensions) checkDimension(view, dimension);
  if (timeBucket !== undefined) checkTimeBucket(timeBucket);
  checkCount('limit', limit, MAX_GROUPS);
  if (order !== undefined) checkOrder(order, measures);
}

/** @throws `bad-query` - there is no such view. */
export function checkView(view: View): void {
  if (typeof view === 'string' && Object.hasOwn(VIEW_FIELDS, view)) return;
  throw bad(`There is no view ${JSON.stringify(view)}. Use one of: ${Object.keys(VIEW_FIELDS).join(', ')}.`);
}

/** @throws `bad-query` - a filter that does not fit. */
export function checkFilters(view: View, { filter, traces }: RecordQuery): void {
  if (filter !== undefined) checkFilter(view, filter);
  if (traces !== undefined) checkFilter('traces', traces);
}

/** @throws `bad-query` - a field that has no groups. */
export function checkDimension(view: View, name: string): void {
  if (typeof name !== 'string') throw bad(`${JSON.stringify(name)} is no name of a field.`);
  if (requireField(view, name).type !== 'payload') return;
  throw bad(`"${name}" is a whole payload, so every record would be alone. Use another field.`);
}

/** @throws `bad-query` - no whole number from 1 to the most. */
export function checkCount(name: string, count: number, most: number): void {
  if (Number.isInteger(count) && count >= 1 && count <= most) return;
  throw bad(`\`${name}\` is a whole number from 1 to ${most}, not ${JSON.stringify(count)}.`);
}

const COUNTABLE: readonly FieldType[] = ['number', 'duration', 'any'];

/** Types of fields that each aggregate takes. */
const TAKES: Readonly<Record<Exclude<Measure['aggregate'], 'count'>, readonly FieldType[]>> = {
  'count-distinct': ['text', 'texts', 'number', 'duration', 'time', 'boolean', 'any'],
  sum: COUNTABLE,
  avg: COUNTABLE,
  min: [...COUNTABLE, 'time'],
  max: [...COUNTABLE, 'time'],
  p50: COUNTABLE,
  p75: COUNTABLE,
  p90: COUNTABLE,
  p95: COUNTABLE,
  p99: COUNTABLE,
  histogram: COUNTABLE,
};

function checkMeasure(view: View, measure: Measure): void {
  if (measure?.aggregate === 'count') return;
  if (typeof measure?.aggregate !== 'string' || !Object.hasOwn(TAKES, measure.aggregate)) {
    throw bad(`${JSON.stringify(measure)} is no measure. Use count, ${Object.keys(TAKES).join(', ')}.`);
  }
  const { aggregate, field } = measure;
  if (typeof field !== 'string') throw bad(`"${aggregate}" takes a field.`);
  const { type } = requireField(view, field);
  if (!TAKES[aggregate].includes(type)) {
    throw bad(`"${aggregate}" does not take "${field}", a field of type ${type}.`);
  }
  if (aggregate === 'histogram') checkCount('bins', measure.bins, MAX_BINS);
}

const UNITS: readonly string[] = ['minute', 'hour', 'day', 'week', 'month'];

/** Asking the platform for a zone takes longer than many an answer. */
const knownZones = new Set<string>();
/** Names come in any case, so there is no end to them. */
const MAX_KNOWN_ZONES = 1000;

function checkTimeBucket({ unit, timeZone = 'UTC' }: TimeBucket): void {
  if (!UNITS.includes(unit)) {
    throw bad(`${JSON.stringify(unit)} is no unit of time buckets. Use one of: ${UNITS.join(', ')}.`);
  }
  if (knownZones.has(timeZone)) return;
  try {
    Intl.DateTimeFormat('en-US', { timeZone });
    if (knownZones.size < MAX_KNOWN_ZONES) knownZones.add(timeZone);
  } catch (cause) {
    throw bad(`${JSON.stringify(timeZone)} is no time zone. Use an IANA name such as Europe/Berlin.`, cause);
  }
}

function checkOrder(order: GroupOrder, measures: readonly Measure[]): void {
  if (order?.direction !== 'asc' && order?.direction !== 'desc') {
    throw bad('The direction of an order is asc or desc.');
  }
  if (order.by === 'group') return;
  const measure = order.by === 'measure' ? measures[order.measure] : undefined;
  if (measure && measure.aggregate !== 'histogram') return;
  throw bad(
    `Groups cannot be ordered by ${JSON.stringify(order)}. Use { by: 'group' }, or { by: 'measure' } and the place of a measure that is no histogram.`,
  );
}

function isList(value: unknown, least: number, most: number): boolean {
  return Array.isArray(value) && value.length >= least && value.length <= most;
}

function bad(message: string, cause?: unknown): StoreError {
  return new StoreError('bad-query', message, { cause });
}
