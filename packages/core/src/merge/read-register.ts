import type { JsonObject, JsonValue } from '../model/json.ts';
import { isJsonObject } from '../model/json.ts';
import { readDeepRegister } from './deep-register.ts';
import type { RecordState } from './merge-record.ts';

/**
 * A field of a state as the type its rule stores, `null` when nothing was said of it.
 */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the caller names what the field's rule stores
export function readField<Value extends JsonValue>(
  state: RecordState | undefined,
  field: string,
): Value | null {
  return (state?.registers[field]?.value as Value | undefined) ?? null;
}

/** The metadata of a state; empty when nothing was said of it. */
export function readMetadata(state: RecordState | undefined): JsonObject {
  const register = state?.deep['metadata'];
  const value = register && readDeepRegister(register);
  return isJsonObject(value) ? value : {};
}

/** The messages of a state that came one by one, in the order of their keys; `null` when none came. */
export function readMessages(state: RecordState, field: string): readonly JsonValue[] | null {
  const members = state.members[field];
  if (members === undefined) return null;
  return Object.keys(members)
    .toSorted()
    .map((key) => members[key]?.value ?? null);
}

/** A member of a field of a state, `null` when nothing was said of it. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the caller names what the member holds
export function readMember<Value extends JsonValue>(
  state: RecordState,
  field: string,
  member: string,
): Value | null {
  return (state.members[field]?.[member]?.value as Value | undefined) ?? null;
}
