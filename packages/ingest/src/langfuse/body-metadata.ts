import { isJsonObject } from '@oriel/core';
import type { JsonObject, JsonValue } from '@oriel/core';

/** Metadata is an object; what is none becomes the only member of one, with its structure kept (reference 2.3.3). */
export function bodyMetadata(value: JsonValue | undefined): JsonObject | undefined {
  if (value === undefined || value === null) return undefined;
  return isJsonObject(value) ? value : { metadata: value };
}
