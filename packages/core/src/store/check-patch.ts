import { MAX_ID_LENGTH } from '../model/ids.ts';
import type { Patch } from '../model/patch.ts';
import { StoreError } from './store-error.ts';

/** @throws `bad-patch` - a patch that no store could file: its kind, an id or its time is missing. */
export function checkPatch(patch: Patch): void {
  if (!['trace', 'observation', 'score'].includes(patch.kind)) {
    throw bad(`its kind is ${JSON.stringify(patch.kind)}, not trace, observation or score`);
  }
  if (!isId(patch.id)) throw bad(`its id is ${JSON.stringify(patch.id)}`);
  if (patch.kind === 'observation' && !isId(patch.traceId)) {
    throw bad(`its traceId is ${JSON.stringify(patch.traceId)}`);
  }
  if (!Number.isFinite(patch.at)) throw bad(`its event time (at) is ${patch.at}`);
}

function isId(id: unknown): boolean {
  return typeof id === 'string' && id.length > 0 && id.length <= MAX_ID_LENGTH;
}

function bad(why: string): StoreError {
  return new StoreError(
    'bad-patch',
    `A patch cannot be stored because ${why}. Nothing of its batch was stored; ids are strings of 1 to ${MAX_ID_LENGTH} characters and times are finite epoch milliseconds.`,
  );
}
