import { isJsonObject } from '../model/json.ts';
import type { JsonValue } from '../model/json.ts';
import { describeServed } from './served-store.ts';
import type { ServedStore } from './served-store.ts';
import type { Store } from '../store/store.ts';

/** Versions of the protocol that this code speaks, the newest last. */
export const PROTOCOL_VERSIONS: readonly number[] = [1];

/** What a server says of itself before anything is called. */
export interface StoreGreeting {
  readonly protocol: 'oriel-store';
  readonly versions: readonly number[];
  readonly store: ServedStore;
}

/** How a server that serves this store greets. */
export function greetingOf(store: Store): StoreGreeting {
  return { protocol: 'oriel-store', versions: PROTOCOL_VERSIONS, store: describeServed(store) };
}

/** A greeting that was received; `null` when it is none. Only the versions are the same in all versions. */
export function readGreeting(json: JsonValue): StoreGreeting | null {
  if (!isJsonObject(json) || json['protocol'] !== 'oriel-store') return null;
  const { versions, store } = json;
  const isGreeting = Array.isArray(versions) && isJsonObject(store) && isJsonObject(store['traces']);
  return isGreeting ? (json as unknown as StoreGreeting) : null;
}

/** The newest version both sides speak; `null` when there is none. */
export function commonVersion(theirs: readonly number[]): number | null {
  return PROTOCOL_VERSIONS.findLast((version) => theirs.includes(version)) ?? null;
}
