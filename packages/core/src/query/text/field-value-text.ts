import type { FieldType } from '../fields/field.ts';
import { quoted } from './text-reader.ts';

type Scalar = string | number | boolean;

/** Milliseconds in each unit that durations are written in; a bare number is in seconds. */
const DURATIONS: Readonly<Record<string, number>> = {
  ms: 1,
  s: 1000,
  '': 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
};
const NUMBER = /^-?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?$/iu;
const DURATION = /^(?<amount>-?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d+)?)(?<unit>ms|[smhd]|)$/iu;
const MOMENT = /^@(?<moment>-?[\d.]+(?:e[+-]?\d+)?)$/iu;
const DATE = /^\d{4}(?:-\d\d(?:-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?(?:Z|[+-]\d\d:\d\d)?)?)?)?$/u;

/** What may be written for a field of the type, for messages. */
export const VALUE_HINTS: Readonly<Record<FieldType, string>> = {
  text: 'text',
  texts: 'text',
  payload: 'text',
  any: 'text, a number, true or false',
  number: 'a number, as in 0.5',
  duration: 'a time such as 500ms, 2s or 1.5m; a bare number is in seconds',
  time: 'a date such as 2026-06-01 or 2026-06-01T08:30Z, in UTC',
  boolean: 'true or false',
};

/** The value that a text says for a field of a type; `null` when it says none. Quoted text of metadata and scores stays text. */
export function readFieldValue(type: FieldType, text: string, isQuoted: boolean): Scalar | null {
  switch (type) {
    case 'number':
      return readNumber(text);
    case 'duration':
      return readDuration(text);
    case 'time':
      return readMoment(text);
    case 'boolean':
      return readBoolean(text);
    case 'any':
      return isQuoted ? text : (readNumber(text) ?? readBoolean(text) ?? text);
    case 'text':
    case 'texts':
    case 'payload':
      break;
  }
  return text;
}

/** The text that {@link readFieldValue} reads as the value; `null` when a field of the type never has it. */
export function printFieldValue(type: FieldType, value: Scalar): string | null {
  switch (type) {
    case 'number':
      return typeof value === 'number' && Number.isFinite(value) ? String(value) : null;
    case 'duration':
      return typeof value === 'number' && Number.isFinite(value) ? printDuration(value) : null;
    case 'time':
      return typeof value === 'number' && Number.isFinite(value) ? printMoment(value) : null;
    case 'boolean':
      return typeof value === 'boolean' ? String(value) : null;
    case 'any':
      if (typeof value !== 'string') return isPrintable(value) ? String(value) : null;
      return readNumber(value) !== null || readBoolean(value) !== null ? quoted(value) : printText(value);
    case 'text':
    case 'texts':
    case 'payload':
      break;
  }
  return typeof value === 'string' ? printText(value) : null;
}

/** A text as a word where it can be one, else in quotes. */
export function printText(text: string): string {
  return /^[^\s()"*<>=\-!\\][^\s()"*\\]*$/u.test(text) && !/^(?:OR|AND|NOT)$/iu.test(text)
    ? text
    : quoted(text);
}

/** How long the time is that a date names: `2026-06` is a month. `null` for a moment. */
export function dateEnd(text: string, start: number): number | null {
  const next = new Date(start);
  if (/^\d{4}$/u.test(text)) next.setUTCFullYear(next.getUTCFullYear() + 1);
  else if (/^\d{4}-\d\d$/u.test(text)) next.setUTCMonth(next.getUTCMonth() + 1);
  else if (/^\d{4}-\d\d-\d\d$/u.test(text)) next.setUTCDate(next.getUTCDate() + 1);
  else return null;
  return next.getTime();
}

function isPrintable(value: number | boolean): boolean {
  return typeof value === 'boolean' || Number.isFinite(value);
}

function readNumber(text: string): number | null {
  return NUMBER.test(text) ? Number(text) : null;
}

function readBoolean(text: string): boolean | null {
  return text === 'true' ? true : text === 'false' ? false : null;
}

function readDuration(text: string): number | null {
  const { amount = '', unit = '' } = DURATION.exec(text)?.groups ?? {};
  const milliseconds = DURATIONS[unit.toLowerCase()];
  return amount === '' || milliseconds === undefined ? null : Number(amount) * milliseconds;
}

/** In seconds where these say exactly the same. */
function printDuration(milliseconds: number): string {
  const seconds = `${milliseconds / 1000}s`;
  return readDuration(seconds) === milliseconds ? seconds : `${milliseconds}ms`;
}

function readMoment(text: string): number | null {
  const moment = MOMENT.exec(text)?.groups?.['moment'];
  if (moment !== undefined) return readNumber(moment);
  if (!DATE.test(text)) return null;
  // A time without a zone would be read in the machine's own.
  const isLocal = text.includes('T') && !/(?:Z|[+-]\d\d:\d\d)$/u.test(text);
  const parsed = Date.parse(isLocal ? `${text}Z` : text);
  return Number.isNaN(parsed) || !isRealDate(text) ? null : parsed;
}

/** `Date.parse` takes 31 February for 3 March. */
function isRealDate(text: string): boolean {
  const day = text.slice(0, 10);
  return day.length < 10 || new Date(`${day}T00:00Z`).toISOString().startsWith(day);
}

function printMoment(moment: number): string {
  const date = new Date(moment);
  const iso = Number.isNaN(date.getTime()) ? '' : date.toISOString();
  return readMoment(iso) === moment ? iso : `@${moment}`;
}
