import type { ObservationPatch, Patch, ScorePatch, TracePatch } from '@oriel/core';

/** Rows for the tables of {@link SCHEMA} as CSV. */
export interface CsvRows {
  traces: string;
  observations: string;
  scores: string;
}

/**
 * Tables as somebody would lay them out who knows the questions: totals and latencies are columns of their own, and so
 * is the one metadata key that is asked for. What observations make of their traces is added up in SQL.
 */
export const SCHEMA = {
  traces: 'id VARCHAR, name VARCHAR, user_id VARCHAR, start TIMESTAMP, tenant VARCHAR',
  observations:
    'trace_id VARCHAR, type VARCHAR, name VARCHAR, level VARCHAR, model VARCHAR, start TIMESTAMP, finish TIMESTAMP, latency DOUBLE, tokens DOUBLE, cost DOUBLE',
  scores: 'name VARCHAR, source VARCHAR, type VARCHAR, value DOUBLE, start TIMESTAMP',
} as const;

/** Traffic says each thing once, so a patch is a row. */
export function csvRows(patches: readonly Patch[]): CsvRows {
  const rows: CsvRows = { traces: '', observations: '', scores: '' };
  for (const patch of patches) {
    if (patch.kind === 'trace') rows.traces += traceLine(patch);
    else if (patch.kind === 'observation') rows.observations += observationLine(patch);
    else rows.scores += scoreLine(patch);
  }
  return rows;
}

function traceLine({ id, name, userId, timestamp, metadata }: TracePatch): string {
  return line([id, name, userId, moment(timestamp), metadata?.['tenant']]);
}

function observationLine(patch: ObservationPatch): string {
  const { traceId, type, name, level, model, startTime, endTime, usage, cost } = patch;
  const latency = typeof startTime === 'number' && typeof endTime === 'number' ? endTime - startTime : null;
  return line([
    traceId,
    type ?? 'SPAN',
    name,
    level ?? 'DEFAULT',
    model,
    moment(startTime),
    moment(endTime),
    latency,
    total(usage),
    total(cost),
  ]);
}

function scoreLine({ name, source, dataType, value, timestamp, at }: ScorePatch): string {
  const number = typeof value === 'number' ? value : null;
  return line([name, source, dataType, number, moment(timestamp ?? at)]);
}

function total(amounts: Readonly<Record<string, number>> | null | undefined): number | null {
  const values = Object.values(amounts ?? {});
  return values.length === 0 ? null : (amounts?.['total'] ?? values.reduce((sum, value) => sum + value, 0));
}

function moment(time: number | null | undefined): string | null {
  return typeof time === 'number' ? new Date(time).toISOString().slice(0, -1) : null;
}

/** Without a value: nothing between the commas. Texts are quoted, so that an empty one is a value. */
function line(values: readonly unknown[]): string {
  const cells = values.map((value) => {
    if (value === null || value === undefined) return '';
    return typeof value === 'string' ? `"${value.replaceAll('"', '""')}"` : JSON.stringify(value);
  });
  return `${cells.join(',')}\n`;
}
