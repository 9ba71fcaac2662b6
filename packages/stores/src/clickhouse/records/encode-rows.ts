import { payloadTexts } from '@oriel/core';
import type { JsonValue } from '@oriel/core';
import { encodeRegister, encodeStamp, wellFormedText } from './encode-register.ts';
import type { BatchRecord, RecordKey } from './fold-batch.ts';
import { metadataPaths } from './metadata-paths.ts';
import { readPieces } from './metadata-piece.ts';
import { PAYLOAD_COLUMNS, STRUCTURE_COLUMNS } from './record-columns.ts';
import type { RecordColumn } from './record-columns.ts';

/** A row to insert: columns that say nothing are left out. */
export type Row = Record<string, unknown>;

/** The row of a record in the table of structures. */
export function structureRow(record: BatchRecord): Row {
  const { firstAt } = record.state;
  return { ...keyColumns(record), first_at: firstAt, ...registerColumns(STRUCTURE_COLUMNS, record) };
}

/** The row of a record in the table of payloads; `null` when the batch says nothing of its payload. */
export function payloadRow(record: BatchRecord): Row | null {
  const registers = registerColumns(PAYLOAD_COLUMNS, record);
  if (Object.keys(registers).length === 0 && record.pieces.length === 0) return null;
  return {
    ...keyColumns(record),
    ...registers,
    ...textColumns(record),
    ...piecesColumns(record, record.pieces),
  };
}

/** The row that says what all pieces of a record make. */
export function foldedRow(key: RecordKey, pieces: readonly string[]): Row {
  return { ...keyColumns(key), ...piecesColumns(key, pieces) };
}

function keyColumns({ kind, traceId, id }: RecordKey): Row {
  return { kind, trace_id: wellFormedText(traceId), id: wellFormedText(id) };
}

function registerColumns(columns: readonly RecordColumn[], { kind, state }: BatchRecord): Row {
  const row: Row = {};
  for (const { column, fold, fields } of columns) {
    const field = fields[kind];
    if (field === undefined) continue;
    if (fold === 'set') {
      const set = state.sets[field];
      if (set !== undefined) row[column] = set.map(wellFormedText);
      continue;
    }
    const register = state.registers[field];
    if (register === undefined) continue;
    row[column] = encodeColumn(fold, register);
  }
  return row;
}

function encodeColumn(
  fold: RecordColumn['fold'],
  register: Parameters<typeof encodeRegister>[0],
): string | number | readonly unknown[] {
  const { value } = register;
  switch (fold) {
    case 'smallest':
      return Number(value);
    case 'any':
      return Number(value);
    case 'specific':
      return (value === 'SPAN' ? '0' : '1') + encodeRegister(register);
    case 'filled':
      // In the order its keys were sent in: people read it.
      return filledStamp(register) + JSON.stringify(value);
    case 'amounts':
      return [encodeRegister(register), value ?? {}];
    case 'first':
    case 'latest':
    case 'set':
    default:
      return encodeRegister(register);
  }
}

function filledStamp(register: Parameters<typeof encodeRegister>[0]): string {
  return (isEmpty(register.value) ? '0' : '1') + encodeStamp(register);
}

function isEmpty(value: JsonValue): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}

/** Enough of a payload to break a tie as the payload itself would. */
const TIE_LENGTH = 64;

/** What a search looks through, beside each payload. */
function textColumns({ state }: BatchRecord): Row {
  const row: Row = {};
  for (const field of ['input', 'output']) {
    const register = state.registers[field];
    if (register === undefined) continue;
    const tie = JSON.stringify(register.value).slice(0, TIE_LENGTH);
    row[`r_${field}Texts`] = [filledStamp(register) + wellFormedText(tie), texts(register.value)];
  }
  const tools = state.registers['tools'];
  if (tools !== undefined) {
    const names = (tools.value as readonly { readonly name: string }[]).map(({ name }) =>
      wellFormedText(name),
    );
    row['r_toolNames'] = [encodeStamp(tools), [...new Set(names)].toSorted()];
  }
  return row;
}

/**
 * What pieces make together, under their count. Where others wrote pieces at the same time, the count is less than that
 * of the set, and whoever writes next to the record says it again.
 */
function piecesColumns({ kind }: RecordKey, pieces: readonly string[]): Row {
  if (pieces.length === 0) return {};
  const { metadata, convention, input, output } = readPieces(kind, pieces);
  const count = pieces.length;
  return {
    pieces: pieces.map(wellFormedText),
    f_metadata: [count, metadataPaths(metadata)],
    f_metadataKeys: [count, Object.keys(metadata).map(wellFormedText).toSorted()],
    f_metadataTexts: [count, texts(metadata)],
    f_convention: [count, convention === null ? [] : [wellFormedText(convention)]],
    f_inputTexts: [count, texts(input)],
    f_outputTexts: [count, texts(output)],
  };
}

function texts(value: JsonValue): string[] {
  return payloadTexts(value).map(wellFormedText);
}
