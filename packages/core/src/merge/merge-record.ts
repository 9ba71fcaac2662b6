import type { JsonObject, JsonValue } from '../model/json.ts';
import type { EpochMs } from '../model/units.ts';
import { joinDeepRegisters } from './deep-register.ts';
import type { DeepRegister } from './deep-register.ts';
import { joinMembers } from './member-registers.ts';
import type { MemberRegisters } from './member-registers.ts';
import { isEmptyContainer, joinRegisters } from './register.ts';
import type { Register, RegisterRule } from './register.ts';
import { stampOf } from './stamp.ts';

/** How one field of a record folds: by a register rule, as a growing set, member by member, or leaf by leaf. */
export interface FieldRule {
  readonly fold: RegisterRule | 'set' | 'members' | 'deep';
  /** An explicit `null` is a value (it clears the field) instead of saying nothing. */
  readonly nullClears?: true | undefined;
  /** An empty object or list says nothing. */
  readonly emptySaysNothing?: true | undefined;
}

export type RecordRules = Readonly<Record<string, FieldRule>>;

/**
 * Everything the pieces of one record have said so far, as plain data. A semilattice: merging is commutative,
 * associative and idempotent, so stores may fold patches whenever and however often they like.
 */
export interface RecordState {
  /** The earliest event time of any piece. */
  readonly firstAt: EpochMs;
  readonly registers: Readonly<Record<string, Register<JsonValue>>>;
  readonly sets: Readonly<Record<string, readonly string[]>>;
  readonly members: Readonly<Record<string, MemberRegisters>>;
  readonly deep: Readonly<Record<string, DeepRegister>>;
}

interface AnyPatch {
  readonly at: EpochMs;
  readonly mode?: 'create' | 'update' | undefined;
}

/** Folds one patch into a state; `undefined` is the state of a record nobody spoke of. */
export function mergeRecord(
  rules: RecordRules,
  state: RecordState | undefined,
  patch: AnyPatch,
): RecordState {
  const stamp = stampOf(patch);
  const registers = { ...state?.registers };
  const sets = { ...state?.sets };
  const members = { ...state?.members };
  const deep = { ...state?.deep };
  for (const [field, value] of Object.entries(patch) as [string, JsonValue | undefined][]) {
    const rule = Object.hasOwn(rules, field) ? rules[field] : undefined;
    if (rule === undefined || value === undefined || saysNothing(value, rule)) continue;
    if (rule.fold === 'set') {
      sets[field] = union(sets[field], value as readonly string[]);
    } else if (rule.fold === 'members') {
      members[field] = joinMembers(members[field], value as JsonObject, stamp);
    } else if (rule.fold === 'deep') {
      deep[field] = joinDeepRegisters(deep[field], { ...stamp, value });
    } else {
      registers[field] = joinRegisters(rule.fold, registers[field], { ...stamp, value });
    }
  }
  return { firstAt: Math.min(state?.firstAt ?? patch.at, patch.at), registers, sets, members, deep };
}

/** `null` says nothing where it does not clear, nor does an empty object or list in a map (reference 2.3, rule 1). */
function saysNothing(value: JsonValue, rule: FieldRule): boolean {
  if (value === null) return rule.nullClears !== true;
  return rule.emptySaysNothing === true && isEmptyContainer(value);
}

function union(kept: readonly string[] = [], next: readonly string[]): readonly string[] {
  return next.every((item) => kept.includes(item)) ? kept : [...new Set([...kept, ...next])].toSorted();
}
