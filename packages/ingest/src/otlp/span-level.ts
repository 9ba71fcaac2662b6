import type { ObservationLevel } from '@oriel/core';
import { PRECEDENCE } from './conventions/precedence.ts';
import type { OtlpSpan, SpanGroup } from './otlp-export.ts';
import { readFirst } from './span-source.ts';

/** Every word for a level that senders use. */
const LEVELS: Readonly<Record<string, ObservationLevel>> = {
  DEBUG: 'DEBUG',
  TRACE: 'DEBUG',
  VERBOSE: 'DEBUG',
  DEFAULT: 'DEFAULT',
  INFO: 'DEFAULT',
  LOG: 'DEFAULT',
  NOTICE: 'DEFAULT',
  OK: 'DEFAULT',
  SUCCESS: 'DEFAULT',
  WARNING: 'WARNING',
  WARN: 'WARNING',
  ERROR: 'ERROR',
  FATAL: 'ERROR',
  CRITICAL: 'ERROR',
};

/** The level of a span: what it says, else ERROR where its status does. `undefined` when neither says anything. */
export function spanLevel(span: OtlpSpan, group: SpanGroup): ObservationLevel | undefined {
  const word = readFirst(PRECEDENCE.level, span, group)?.trim().toUpperCase();
  if (word !== undefined && Object.hasOwn(LEVELS, word)) return LEVELS[word];
  return span.hasErrorStatus ? 'ERROR' : undefined;
}

/** Why a span has its level. Some senders leave the reason of an error to its last exception event. */
export function spanStatusMessage(
  span: OtlpSpan,
  group: SpanGroup,
  level: ObservationLevel | undefined,
): string | undefined {
  const said = readFirst(PRECEDENCE.statusMessage, span, group) ?? span.statusMessage;
  if (said !== '') return said;
  if (level !== 'ERROR') return undefined;
  const exception = span.events.findLast((event) => event.name === 'exception');
  const message = exception?.attributes.get('exception.message');
  return typeof message === 'string' && message !== '' ? message : undefined;
}
