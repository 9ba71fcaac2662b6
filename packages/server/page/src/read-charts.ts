import { readDashboard } from '@oriel/core';
import type { JsonValue, ReadDashboard } from '@oriel/core';
import { parseLangfuseDashboard } from '@oriel/ingest';

/** Charts of ours, or of Langfuse. */
export function readCharts(json: JsonValue): ReadDashboard {
  const own = readDashboard(json);
  return own.dashboard ? own : parseLangfuseDashboard(json);
}
