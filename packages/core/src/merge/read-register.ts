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
