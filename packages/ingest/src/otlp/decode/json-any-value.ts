import { isJsonObject } from '@oriel/core';
import type { JsonValue } from '@oriel/core';
import { TOO_DEEP } from '../../json/json-depth.ts';
import { NO_ATTRIBUTES } from '../otlp-export.ts';
import type { Attributes } from '../otlp-export.ts';
import { int64Value } from './int64-value.ts';

/** Attributes of OTLP JSON; entries that are none are left out. */
export function attributesFromJson(list: JsonValue | undefined): Attributes {
  if (!Array.isArray(list) || list.length === 0) return NO_ATTRIBUTES;
  const attributes = new Map<string, JsonValue>();
  for (const entry of list as readonly JsonValue[]) {
    if (isJsonObject(entry) && typeof entry['key'] === 'string') {
      attributes.set(entry['key'], anyValueFromJson(entry['value']));
    }
  }
  return attributes;
}

/** The value that an AnyValue of OTLP JSON stands for. Bodies were cut where they are too deep, so this may recurse. */
export function anyValueFromJson(value: JsonValue | undefined): JsonValue {
  if (!isJsonObject(value)) return value === TOO_DEEP ? TOO_DEEP : null;
  const { stringValue, boolValue, intValue, doubleValue, arrayValue, kvlistValue, bytesValue } = value;
  if (stringValue !== undefined) return stringValue;
  if (boolValue !== undefined) return boolValue;
  if (intValue !== undefined) return intFromJson(intValue);
  if (doubleValue !== undefined) return doubleValue;
  if (arrayValue !== undefined) return listFromJson(arrayValue);
  if (kvlistValue !== undefined) return objectFromJson(kvlistValue);
  return bytesValue ?? null;
}

function intFromJson(value: JsonValue): JsonValue {
  if (typeof value === 'string' && /^-?\d{1,20}$/.test(value)) return int64Value(BigInt(value));
  if (isJsonObject(value) && typeof value['low'] === 'number' && typeof value['high'] === 'number') {
    return int64Value((BigInt(value['high'] | 0) << 32n) | BigInt(value['low'] >>> 0));
  }
  return value;
}

function listFromJson(list: JsonValue): JsonValue {
  const values = valuesOf(list);
  return values === TOO_DEEP ? TOO_DEEP : values.map(anyValueFromJson);
}

function objectFromJson(list: JsonValue): JsonValue {
  const entries = valuesOf(list);
  if (entries === TOO_DEEP || entries.includes(TOO_DEEP)) return TOO_DEEP;
  return Object.fromEntries(attributesFromJson(entries));
}

/** The cut of what is too deep may stand in any of the wrappings. */
function valuesOf(list: JsonValue): readonly JsonValue[] | typeof TOO_DEEP {
  const values = isJsonObject(list) ? list['values'] : list;
  if (values === TOO_DEEP) return TOO_DEEP;
  return isJsonObject(list) && Array.isArray(values) ? (values as readonly JsonValue[]) : [];
}
