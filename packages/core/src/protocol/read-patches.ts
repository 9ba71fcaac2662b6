import { isJsonObject } from '../model/json.ts';
import type { JsonObject, JsonValue } from '../model/json.ts';
import type { Patch } from '../model/patch.ts';
import { checkPatch } from '../store/check-patch.ts';
import { findPatchProblem } from '../store/patch-shapes.ts';
import { StoreError } from '../store/store-error.ts';

/**
 * The patches of a write that came over a wire.
 *
 * @throws StoreError `bad-patch` - one of them cannot be kept, so none is.
 */
export function readPatches(body: JsonObject): readonly Patch[] {
  const { patches } = body;
  if (!Array.isArray(patches) || Object.keys(body).length > 1) {
    throw new StoreError('bad-patch', 'Nothing was written: the body is not { patches: […] }.');
  }
  for (const patch of patches as readonly JsonValue[]) checkShape(patch);
  return patches;
}

function checkShape(json: JsonValue): void {
  if (!isJsonObject(json)) {
    throw new StoreError('bad-patch', 'Nothing was written: a patch is an object, and one of these is not.');
  }
  const patch = json as unknown as Patch;
  checkPatch(patch);
  const problem = findPatchProblem(patch);
  if (problem === null) return;
  throw new StoreError(
    'bad-patch',
    `Nothing was written: a patch of ${JSON.stringify(patch.id)} cannot be kept because ${problem}.`,
  );
}
