import type { JsonValue } from '../../model/json.ts';
import type { ObservationPayload } from '../../model/observation.ts';
import type { Score } from '../../model/score.ts';
import type { Trace, TracePayload } from '../../model/trace.ts';
import { MAX_FACET_VALUES } from '../../query/aggregate/facet-query.ts';
import type { FieldValue } from '../../query/fields/field.ts';
import { findField, VIEW_FIELDS } from '../../query/fields/view-fields.ts';
import type { Order, RecordQuery } from '../../query/page.ts';
import type { ViewRecord } from '../../query/view-record.ts';
import type { CallOptions } from '../../store/call-options.ts';
import type { TraceStore } from '../../store/trace-store.ts';
import { csvLine } from './csv-line.ts';
import type { CsvValue } from './csv-line.ts';
import { readScores, readTablePayloads, readTraces } from './read-related.ts';
import type { TableRecord } from './read-related.ts';
import { recordKey } from './record-key.ts';
import { walkRecords } from './walk-records.ts';

/**
 * - `csv`: a line for each record, one column for each field and each name of a score. Times as ISO 8601 in UTC, lengths
 *   of time in milliseconds, costs in US dollars. Texts that spreadsheets would run as formulas are disarmed.
 * - `jsonl`: one record in a line; `json`: all in one list. Records as the API gives them, with their scores.
 */
export type ExportFormat = 'csv' | 'jsonl' | 'json';

export interface ExportRowsOptions extends CallOptions {
  readonly view: 'traces' | 'observations';
  /** Which records, in which order. Default: everything, newest first. */
  readonly query?: (RecordQuery & { readonly order?: Order | undefined }) | undefined;
  readonly format: ExportFormat;
  /** Fields of the view that become columns of a CSV file. Default: all that are no payload. */
  readonly fields?: readonly string[] | undefined;
  /** Input, output and metadata as well, which takes a read for each trace. Default `false`. */
  readonly withPayloads?: boolean | undefined;
  /** Called after each page with the number of records written. */
  readonly onProgress?: ((count: number) => void) | undefined;
  /** Records in one read. Default 500. */
  readonly pageSize?: number | undefined;
}

/** Fields that say what there is to filter by; the things themselves have columns of their own. */
const KEY_FIELDS = [
  'scoreCount',
  'scoreNames',
  'metadataKeys',
  'usageKeys',
  'costKeys',
  'toolNames',
  'convention',
];
const PAYLOAD_PARTS = ['input', 'output', 'metadata'] as const;

type Payload = TracePayload | ObservationPayload;

/**
 * The records that a query finds as the pieces of a file, a page at a time: nothing but one page is ever held, however
 * many there are. What is found is written exactly once, even while others are written.
 */
export async function* exportRows(store: TraceStore, options: ExportRowsOptions): AsyncGenerator<string> {
  const { view, query = {}, format, withPayloads = false, onProgress, pageSize, signal } = options;
  const columns = format === 'csv' ? await csvColumns(store, options) : null;
  if (columns) yield csvLine([...columns, ...(withPayloads ? PAYLOAD_PARTS : [])]);
  if (format === 'json') yield '[';
  let count = 0;
  for await (const records of walkRecords(store, view, query, { pageSize, signal })) {
    const [scores, payloads, traces] = await Promise.all([
      readScores(store, records, { signal }),
      withPayloads ? readTablePayloads(store, records, { signal }) : null,
      columns && view === 'observations' ? readTraces(store, records, { signal }) : null,
    ]);
    const lines = records.map((record) => {
      const key = recordKey(record);
      const ofRecord = scores.get(key) ?? [];
      const payload = payloads ? (payloads.get(key) ?? null) : undefined;
      if (!columns) return JSON.stringify(whole(record, ofRecord, payload));
      const trace = 'parentId' in record ? (traces?.get(record.traceId) ?? null) : record;
      return csvLine([
        ...columns.map((name) => csvValue(view, name, viewRecord(record, trace, ofRecord))),
        ...(withPayloads ? PAYLOAD_PARTS.map((part) => text(payload?.[part] ?? null)) : []),
      ]);
    });
    yield print(format, lines, count === 0);
    count += records.length;
    onProgress?.(count);
  }
  if (format === 'json') yield count === 0 ? ']\n' : '\n]\n';
}

function print(format: ExportFormat, lines: readonly string[], isFirst: boolean): string {
  if (format === 'csv') return lines.join('');
  if (format === 'jsonl') return lines.map((line) => `${line}\n`).join('');
  return lines.map((line, place) => `${isFirst && place === 0 ? '\n' : ',\n'}${line}`).join('');
}

function whole(record: TableRecord, scores: readonly Score[], payload: Payload | null | undefined) {
  if (payload === undefined) return { ...record, scores };
  const { input = null, output = null, metadata = {}, ...more } = payload ?? {};
  return { ...record, ...more, id: record.id, scores, input, output, metadata };
}

/** The fields, then a column for each name of a score that the records have. */
async function csvColumns(store: TraceStore, options: ExportRowsOptions): Promise<string[]> {
  const { view, query = {}, signal } = options;
  const fields =
    options.fields ??
    Object.entries(VIEW_FIELDS[view])
      .filter(([name, { type }]) => type !== 'payload' && !KEY_FIELDS.includes(name))
      .map(([name]) => name);
  const { filter, traces } = query;
  const [names] = await store.facets(
    { view, filter, traces, fields: ['scoreNames'], limit: MAX_FACET_VALUES },
    { signal },
  );
  const scores = (names?.values ?? []).map(({ value }) => `scores.${value}`).toSorted();
  return [...fields, ...scores.filter((name) => !fields.includes(name))];
}

function viewRecord(
  record: TableRecord,
  trace: Trace | null,
  scores: readonly Score[],
): ViewRecord<TableRecord> {
  const payload = () => ({ metadata: {}, input: [], output: [], toolNames: [], convention: null });
  return { item: record, trace, observation: 'parentId' in record ? record : null, scores, payload };
}

function csvValue(view: 'traces' | 'observations', name: string, record: ViewRecord<TableRecord>): CsvValue {
  const field = findField<'traces' | 'observations'>(view, name);
  const value: FieldValue = field?.read(record) ?? null;
  if (field?.type === 'time' && typeof value === 'number') return isoTime(value);
  return Array.isArray(value) ? value.join(', ') : (value as CsvValue);
}

function isoTime(moment: number): string | number {
  // Beyond what dates can express the number says more.
  return Math.abs(moment) <= 8.64e15 ? new Date(moment).toISOString() : moment;
}

function text(value: JsonValue): string | null {
  if (value === null) return null;
  return typeof value === 'string' ? value : JSON.stringify(value);
}
