import type { JsonValue } from '@oriel/core';
import type { Dice } from './dice.ts';
import { oddJson, oddKey } from './odd-json.ts';

type Holder = Record<string | number, JsonValue>;
type Place = readonly [holder: Holder, key: string];

/** A copy of JSON with some of its places changed: other types, other keys, parts left out, repeated or exchanged. */
export function mutateJson(json: JsonValue, dice: Dice): JsonValue {
  const root: Holder = { root: structuredClone(json) };
  for (let count = 1 + dice.below(4); count > 0; count -= 1) {
    const places = placesIn(root);
    // Everything may have been left out.
    if (places.length > 0) change(dice.pick(places), dice, places);
  }
  return root['root'] ?? null;
}

function change([holder, key]: Place, dice: Dice, places: readonly Place[]): void {
  const value = holder[key] ?? null;
  switch (dice.below(6)) {
    case 0:
    case 1:
      set(holder, key, oddJson(dice));
      break;
    case 2:
      delete holder[key];
      break;
    case 3:
      // Lists have no keys of their own in JSON.
      if (!Array.isArray(holder)) set(holder, oddKey(dice), value);
      break;
    case 4:
      // A list whose item repeats is a batch sent twice; anything else becomes a list of itself.
      if (Array.isArray(holder)) holder.push(structuredClone(value));
      else set(holder, key, [value, value]);
      break;
    default: {
      const [otherHolder, otherKey] = dice.pick(places);
      set(holder, key, structuredClone(otherHolder[otherKey] ?? null));
    }
  }
}

/** As `JSON.parse` does it: a key named `__proto__` is a key like any other. */
function set(holder: Holder, key: string, value: JsonValue): void {
  Object.defineProperty(holder, key, { value, enumerable: true, configurable: true, writable: true });
}

function placesIn(root: Holder): Place[] {
  const places: Place[] = [];
  const open: Holder[] = [root];
  for (let holder = open.pop(); holder !== undefined; holder = open.pop()) {
    for (const key of Object.keys(holder)) {
      places.push([holder, key]);
      const value = holder[key];
      if (typeof value === 'object' && value !== null) open.push(value as Holder);
    }
  }
  return places;
}
