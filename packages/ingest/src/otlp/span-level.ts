import type { ObservationLevel } from '@oriel/core';
import { levelUnlessInterrupted } from '../langgraph/interruption.ts';
import { readFirst } from './conventions/vocabulary.ts';
import type { OtlpEvent } from './otlp-export.ts';
import type { SpanReading } from './span-reading.ts';

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

/** What a span says about how it went. */
interface SpanOutcome {
  readonly level: ObservationLevel | undefined;
  readonly statusMessage: string | undefined;
  readonly isInterrupted?: true;
}

/** The level of a span, what it says and why; without any, ERROR where its status is one. */
export function spanOutcome({ span, group, precedence }: SpanReading): SpanOutcome {
  const word = readFirst(precedence.level, span, group)?.trim().toUpperCase();
  const said = word !== undefined && Object.hasOwn(LEVELS, word) ? LEVELS[word] : undefined;
  const level = said ?? (span.hasErrorStatus ? 'ERROR' : undefined);
  const message = readFirst(precedence.statusMessage, span, group) ?? span.statusMessage;
  const statusMessage =
    message !== '' ? message : level === 'ERROR' ? exceptionMessage(span.events) : undefined;
  if (statusMessage === undefined) return { level, statusMessage };
  return { ...levelUnlessInterrupted(level, statusMessage), statusMessage };
}

/** Some senders leave the reason of an error to its last exception event. */
function exceptionMessage(events: readonly OtlpEvent[]): string | undefined {
  const exception = events.findLast(({ name }) => name === 'exception');
  const message = exception?.attributes.get('exception.message');
  return typeof message === 'string' && message !== '' ? message : undefined;
}
