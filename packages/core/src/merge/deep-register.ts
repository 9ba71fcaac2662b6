import { canonicalJson } from '../model/canonical-json.ts';
import { isJsonObject } from '../model/json.ts';
import type { JsonObject, JsonValue } from '../model/json.ts';
import { latest, joinRegisters } from './register.ts';
import type { Register } from './register.ts';
import { compareStamps, laterStamp } from './stamp.ts';
import type { Stamp } from './stamp.ts';

/**
 * A JSON value that is merged leaf by leaf: objects by key, arrays by index, and of two scalars the later one.
 *
 * Each place remembers the latest event that made it a scalar, an array and an object. The latest of the three
 * decides what it is, and what lay below it before the other two is gone:
 *
 *     at 1   { k: { x: 1 } }      k: object@1              k.x: scalar@1
 *     at 2   { k: 5 }             k: object@1, scalar@2    k.x: scalar@1
 *     at 3   { k: { y: 2 } }      k: object@3, scalar@2    k.x: scalar@1, k.y: scalar@3
 *     read   { k: { y: 2 } }      k is an object; k.x is older than k's scalar
 *
 * Every part is a maximum, so the order, repetition and grouping of writes do not matter. Most values are written
 * once: those stay whole and are opened, level by level, only where a second write differs.
 */
export type DeepRegister = Register<JsonValue> | DeepNode;

interface DeepNode {
  readonly scalar: Register<JsonValue> | undefined;
  readonly array: Stamp | undefined;
  readonly object: Stamp | undefined;
  /** Of the array, by index. */
  readonly items: ReadonlyMap<string, DeepRegister>;
  /** Of the object, by key. */
  readonly members: ReadonlyMap<string, DeepRegister>;
}

/** What two registers make together. */
export function joinDeepRegisters(a: DeepRegister | undefined, b: DeepRegister): DeepRegister {
  if (a === undefined || a === b) return b;
  if (isWhole(a) && isWhole(b) && canonicalJson(a.value) === canonicalJson(b.value)) {
    return compareStamps(a, b) >= 0 ? a : b;
  }
  const left = open(a);
  const right = open(b);
  return {
    scalar:
      left.scalar && right.scalar
        ? joinRegisters(latest, left.scalar, right.scalar)
        : (left.scalar ?? right.scalar),
    array: joinStamps(left.array, right.array),
    object: joinStamps(left.object, right.object),
    items: joinChildren(left.items, right.items),
    members: joinChildren(left.members, right.members),
  };
}

/** The value now. */
export function readDeepRegister(register: DeepRegister): JsonValue {
  return readSince(register, undefined) ?? null;
}

/** What is left of a register when everything before `since` is gone; `undefined` when nothing is. */
function readSince(register: DeepRegister, since: Stamp | undefined): JsonValue | undefined {
  if (isWhole(register)) return alive(register, since)?.value;
  const scalar = alive(register.scalar, since);
  const array = alive(register.array, since);
  const object = alive(register.object, since);
  const container = later(object, array);
  if (container === undefined || later(scalar, container) === scalar) return scalar?.value;
  const isArray = container === array;
  const replaced = later(later(scalar, isArray ? object : array), since);
  return isArray ? readArray(register, replaced) : readObject(register, replaced);
}

function readObject({ members: children }: DeepNode, since: Stamp | undefined): JsonObject {
  const members: [string, JsonValue][] = [];
  // Keys in code-unit order: the order of arrival must not show.
  for (const key of [...children.keys()].toSorted()) {
    const value = readChild(children, key, since);
    if (value !== undefined) members.push([key, value]);
  }
  return Object.fromEntries(members);
}

function readArray({ items }: DeepNode, since: Stamp | undefined): readonly JsonValue[] {
  const indexes = [...items.keys()].map(Number);
  return indexes
    .toSorted((a, b) => a - b)
    .map((index) => readChild(items, String(index), since))
    .filter((item) => item !== undefined);
}

function readChild(children: ReadonlyMap<string, DeepRegister>, key: string, since: Stamp | undefined) {
  const child = children.get(key);
  return child && readSince(child, since);
}

function isWhole(register: DeepRegister): register is Register<JsonValue> {
  return 'value' in register;
}

const EMPTY: DeepNode = {
  scalar: undefined,
  array: undefined,
  object: undefined,
  items: new Map(),
  members: new Map(),
};

function open(register: DeepRegister): DeepNode {
  if (!isWhole(register)) return register;
  const { value, at, rank } = register;
  const stamp = { at, rank };
  const whole = (child: JsonValue): DeepRegister => ({ value: child, at, rank });
  if (Array.isArray(value)) {
    const items = value as readonly JsonValue[];
    const children = new Map(items.map((item, index) => [String(index), whole(item)]));
    return { ...EMPTY, array: stamp, items: children };
  }
  if (isJsonObject(value)) {
    const members = new Map(Object.entries(value).map(([key, member]) => [key, whole(member)]));
    return { ...EMPTY, object: stamp, members };
  }
  return { ...EMPTY, scalar: register };
}

function alive<S extends Stamp>(stamp: S | undefined, since: Stamp | undefined): S | undefined {
  return stamp !== undefined && (since === undefined || compareStamps(stamp, since) >= 0) ? stamp : undefined;
}

/** The later one; `b` when they are equally late. */
function later(a: Stamp | undefined, b: Stamp | undefined): Stamp | undefined {
  return a !== undefined && (b === undefined || compareStamps(a, b) > 0) ? a : b;
}

function joinStamps(a: Stamp | undefined, b: Stamp | undefined): Stamp | undefined {
  return a !== undefined && b !== undefined ? laterStamp(a, b) : (a ?? b);
}

function joinChildren(
  a: ReadonlyMap<string, DeepRegister>,
  b: ReadonlyMap<string, DeepRegister>,
): ReadonlyMap<string, DeepRegister> {
  const joined = new Map(a);
  for (const [key, child] of b) joined.set(key, joinDeepRegisters(joined.get(key), child));
  return joined;
}
