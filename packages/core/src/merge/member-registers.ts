import type { JsonObject, JsonValue } from '../model/json.ts';
import { joinRegisters, latest } from './register.ts';
import type { Register } from './register.ts';
import type { Stamp } from './stamp.ts';

/** An object of which every member is a register of its own. */
export type MemberRegisters = Readonly<Record<string, Register<JsonValue>>>;

/** Folds the members of an object into what is known of them: of each, the later one counts. `null` says nothing. */
export function joinMembers(
  kept: MemberRegisters | undefined,
  next: JsonObject,
  stamp: Stamp,
): MemberRegisters {
  const joined = new Map(Object.entries(kept ?? {}));
  for (const [key, value] of Object.entries(next)) {
    if (value !== undefined && value !== null) {
      joined.set(key, joinRegisters(latest, joined.get(key), { ...stamp, value }));
    }
  }
  return Object.fromEntries(joined);
}
