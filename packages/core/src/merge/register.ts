import { canonicalJson } from '../model/canonical-json.ts';
import type { JsonValue } from '../model/json.ts';
import { compareStamps } from './stamp.ts';
import type { Stamp } from './stamp.ts';

/** A field's value with the event that set it. */
export interface Register<Value> extends Stamp {
  readonly value: Value;
}

/**
 * Which of two writes of one field counts. Every choice is a maximum in a total order (the last tie is broken by
 * the values themselves), so it does not matter in which order, how often or in which groups writes arrive.
 */
export type RegisterRule = (kept: Register<JsonValue>, next: Register<JsonValue>) => number;

const byValue: RegisterRule = (kept, next) => {
  if (kept.value === next.value) return 0;
  const a = canonicalJson(kept.value);
  const b = canonicalJson(next.value);
  return a < b ? -1 : a > b ? 1 : 0;
};

/** The later event counts. */
export const latest: RegisterRule = (kept, next) => compareStamps(kept, next) || byValue(kept, next);

/** The earlier event counts: fields that never change once set. */
export const first: RegisterRule = (kept, next) => -latest(kept, next);

/** The smaller number counts, whenever it was sent. */
export const smallest: RegisterRule = (kept, next) =>
  Number(next.value) - Number(kept.value) || latest(kept, next);

/** True counts. */
export const anyTrue: RegisterRule = (kept, next) =>
  Number(kept.value) - Number(next.value) || latest(kept, next);

/** The later event counts, but SPAN, which every client can say, gives way to any other type whenever it was sent. */
export const latestSpecific: RegisterRule = (kept, next) =>
  Number(kept.value !== 'SPAN') - Number(next.value !== 'SPAN') || latest(kept, next);

/** The later event counts, but an empty object or list gives way to a fuller value whenever it was sent. */
export const latestFilled: RegisterRule = (kept, next) =>
  Number(!isEmptyContainer(kept.value)) - Number(!isEmptyContainer(next.value)) || latest(kept, next);

/** True for `{}` and `[]`. */
export function isEmptyContainer(value: JsonValue): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}

/** The register that counts by `rule`: `kept` itself when nothing changes. */
export function joinRegisters(
  rule: RegisterRule,
  kept: Register<JsonValue> | undefined,
  next: Register<JsonValue>,
): Register<JsonValue> {
  return kept !== undefined && rule(kept, next) >= 0 ? kept : next;
}
