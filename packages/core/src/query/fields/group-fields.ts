import type { Session } from '../../model/session.ts';
import type { User } from '../../model/user.ts';
import { AMOUNT_FIELDS } from './amount-fields.ts';
import { duration, number, text, texts, time } from './field.ts';
import type { Fields } from './field.ts';
import { RECORD_FIELDS } from './record-fields.ts';

export const SESSION_FIELDS: Fields<Session> = {
  id: text(({ item }) => item.id),
  startTime: time(({ item }) => item.startTime),
  endTime: time(({ item }) => item.endTime),
  /** From the start of its first trace to its latest moment. */
  duration: duration(({ item }) => item.endTime - item.startTime),
  traceCount: number(({ item }) => item.traceCount),
  userIds: texts(({ item }) => item.userIds),
  environment: text(({ item }) => item.environment),
  ...AMOUNT_FIELDS,
  ...RECORD_FIELDS,
};

export const USER_FIELDS: Fields<User> = {
  id: text(({ item }) => item.id),
  firstSeen: time(({ item }) => item.firstSeen),
  lastSeen: time(({ item }) => item.lastSeen),
  traceCount: number(({ item }) => item.traceCount),
  sessionCount: number(({ item }) => item.sessionCount),
  /** Traces whose level is ERROR. */
  errorCount: number(({ item }) => item.errorCount),
  ...AMOUNT_FIELDS,
  ...RECORD_FIELDS,
};
