import { isJsonObject } from '@oriel/core';
import type { JsonObject, JsonValue } from '@oriel/core';

/** Where the items of an OTLP JSON export are: spans, log records or metrics, in scopes, in resources. */
const EXPORTS = [
  { resources: 'resourceSpans', scopes: 'scopeSpans', items: 'spans' },
  { resources: 'resourceLogs', scopes: 'scopeLogs', items: 'logRecords' },
] as const;

/**
 * The same as bodies of one event, span or log record each, every span and record with its resource and scope.
 * A body with nothing to split stays one.
 */
export function splitJsonBody(body: JsonValue): readonly JsonValue[] {
  if (!isJsonObject(body)) return [body];
  if (Array.isArray(body['batch']))
    return members(body, 'batch').map((event) => ({ ...body, batch: [event] }));
  for (const { resources, scopes, items } of EXPORTS) {
    if (!(resources in body)) continue;
    return objects(body, resources).flatMap((resource) =>
      objects(resource, scopes).flatMap((scope) =>
        members(scope, items).map((item) => ({
          ...body,
          [resources]: [{ ...resource, [scopes]: [{ ...scope, [items]: [item] }] }],
        })),
      ),
    );
  }
  return [body];
}

function members(parent: JsonObject, name: string): readonly JsonValue[] {
  const list = parent[name];
  return Array.isArray(list) ? (list as readonly JsonValue[]) : [];
}

function objects(parent: JsonObject, name: string): readonly JsonObject[] {
  return members(parent, name).filter(isJsonObject);
}
