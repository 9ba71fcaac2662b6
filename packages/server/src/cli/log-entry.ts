import type { CollectorEvent } from '../collector-options.ts';

/** A line of the log. */
export interface LogEntry {
  readonly time: string;
  readonly level: 'info' | 'warn' | 'error';
  readonly event: string;
  readonly [member: string]: unknown;
}

/** What happened, as a line of the log. */
export function logEntry(
  event: CollectorEvent | { readonly type: 'store'; readonly error: unknown },
): LogEntry {
  const { type, ...rest } = event;
  const at = 'at' in rest ? rest.at : Date.now();
  const isError = type === 'failed' || type === 'store';
  return {
    time: new Date(at).toISOString(),
    level: isError ? 'error' : 'warn',
    event: type,
    ...rest,
    ...('error' in rest ? { error: errorJson(rest.error) } : undefined),
  };
}

/** An error would be printed as `{}`. */
function errorJson(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const { name, message, stack, cause } = error;
  return { name, message, stack, ...(cause === undefined ? undefined : { cause: errorJson(cause) }) };
}
