import { isJsonObject } from '@oriel/core';
import type { JsonObject, JsonValue } from '@oriel/core';
import type { RejectedItem } from '../../rejected-item.ts';
import { UNKNOWN_RESOURCE, UNKNOWN_SCOPE } from '../otlp-export.ts';
import type { OtlpResource, OtlpScope } from '../otlp-export.ts';
import { attributesFromJson } from './json-any-value.ts';

/** What the lists of an export are called, from the outside in. */
interface ListNames {
  readonly resources: string;
  readonly scopes: string;
  readonly items: string;
}

type IndexedObject = readonly [index: number, object: JsonObject];

/** The items that one library made in one process, not read yet. */
interface JsonGroup {
  /** Where the group is in the export: `resourceSpans[0].scopeSpans[1]`. */
  readonly where: string;
  readonly resource: OtlpResource;
  readonly scope: OtlpScope;
  /** Read as they are asked for, each with its index in the list of `where`. */
  readonly items: Iterable<IndexedObject>;
}

/** Takes an OTLP JSON export apart. Anything else in the place of a list or an object is rejected. */
export function* jsonGroups(
  body: JsonObject,
  names: ListNames,
  rejected: RejectedItem[],
): Generator<JsonGroup> {
  for (const [r, group] of objectsIn(body, names.resources, '', rejected)) {
    const whereResource = `${names.resources}[${r}]`;
    const resource = isJsonObject(group['resource'])
      ? { attributes: attributesFromJson(group['resource']['attributes']) }
      : UNKNOWN_RESOURCE;
    for (const [s, scopeGroup] of objectsIn(group, names.scopes, `${whereResource}.`, rejected)) {
      const where = `${whereResource}.${names.scopes}[${s}]`;
      const items = objectsIn(scopeGroup, names.items, `${where}.`, rejected);
      yield { where, resource, scope: readScope(scopeGroup['scope']), items };
    }
  }
}

function* objectsIn(
  parent: JsonObject,
  name: string,
  prefix: string,
  rejected: RejectedItem[],
): Generator<IndexedObject> {
  const list = parent[name];
  if (list === undefined || list === null) return;
  if (!Array.isArray(list)) {
    rejected.push({
      where: prefix + name,
      reason: `\`${name}\` is not a list, so nothing in it could be read. Send a list of objects.`,
    });
    return;
  }
  for (const [index, item] of (list as readonly JsonValue[]).entries()) {
    if (isJsonObject(item)) yield [index, item];
    else
      rejected.push({
        where: `${prefix}${name}[${index}]`,
        reason: 'This is no object, so it was left out. Send an object.',
      });
  }
}

function readScope(scope: JsonValue | undefined): OtlpScope {
  if (!isJsonObject(scope)) return UNKNOWN_SCOPE;
  const { name, version } = scope;
  return {
    name: typeof name === 'string' ? name : '',
    version: typeof version === 'string' ? version : '',
    attributes: attributesFromJson(scope['attributes']),
  };
}
