import { canonicalJson } from '../../model/canonical-json.ts';
import { isJsonObject } from '../../model/json.ts';
import type { JsonValue } from '../../model/json.ts';
import type { Field, FieldValue } from './field.ts';

/** `metadata.<path>`: keys joined by dots. Objects and the members of lists that are no texts count as their JSON, keys sorted. */
export function metadataField(path: string): Field<unknown> {
  return { type: 'any', read: (record) => metadataValue(record.payload().metadata, path.split('.')) };
}

function metadataValue(metadata: JsonValue | undefined, path: readonly string[]): FieldValue {
  const [key, ...rest] = path;
  if (key !== undefined) {
    if (!isJsonObject(metadata)) return null;
    // A key may hold dots itself: the whole rest of the path is tried before its first part.
    const whole = path.join('.');
    if (Object.hasOwn(metadata, whole)) return metadataValue(metadata[whole], []);
    return Object.hasOwn(metadata, key) ? metadataValue(metadata[key], rest) : null;
  }
  if (Array.isArray(metadata)) return (metadata as readonly JsonValue[]).map(text);
  return isJsonObject(metadata) ? canonicalJson(metadata) : ((metadata ?? null) as FieldValue);
}

function text(value: JsonValue): string {
  return typeof value === 'string' ? value : canonicalJson(value);
}
