import type { Trace } from '../../model/trace.ts';
import { AMOUNT_FIELDS } from './amount-fields.ts';
import { boolean, duration, number, payload, text, texts, time } from './field.ts';
import type { Fields } from './field.ts';
import { RECORD_FIELDS } from './record-fields.ts';

export const TRACE_FIELDS: Fields<Trace> = {
  id: text(({ item }) => item.id),
  name: text(({ item }) => item.name),
  timestamp: time(({ item }) => item.timestamp),
  startTime: time(({ item }) => item.startTime),
  endTime: time(({ item }) => item.endTime),
  latency: duration(({ item }) => item.latency),
  userId: text(({ item }) => item.userId),
  sessionId: text(({ item }) => item.sessionId),
  environment: text(({ item }) => item.environment),
  release: text(({ item }) => item.release),
  version: text(({ item }) => item.version),
  tags: texts(({ item }) => item.tags),
  public: boolean(({ item }) => item.public),
  /** The worst level among its observations. */
  level: text(({ item }) => item.level),
  observationCount: number(({ item }) => item.observationCount),
  /** Observations of each level. */
  errorCount: number(({ item }) => item.levelCounts.ERROR),
  warningCount: number(({ item }) => item.levelCounts.WARNING),
  defaultCount: number(({ item }) => item.levelCounts.DEFAULT),
  debugCount: number(({ item }) => item.levelCounts.DEBUG),
  sampleRate: number(({ item }) => item.sampleRate),
  ...AMOUNT_FIELDS,
  ...RECORD_FIELDS,
  input: payload((record) => record.payload().input),
  output: payload((record) => record.payload().output),
};
