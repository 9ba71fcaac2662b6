import { normalizeEnvironment } from '@oriel/core';
import type { JsonValue } from '@oriel/core';

/** The environment a body names; nothing when it names none, so that it does not outvote an event that does. */
export function bodyEnvironment(value: JsonValue | undefined): string | undefined {
  return value === undefined || value === null ? undefined : normalizeEnvironment(value);
}
