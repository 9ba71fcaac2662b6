import { checkInput } from './check-input.ts';
import type { FuzzInput } from './generate-input.ts';

/** Attempts are cheap, but a failure may be a slow one. */
const MAX_ATTEMPTS = 2000;

/**
 * A shorter body that breaks the same kind of promise: parts are left out, large ones first, as long as it still
 * fails. What has to survive is given up with the parts it was in, unless its loss is the failure.
 */
export async function shrinkInput(input: FuzzInput, problem: string): Promise<FuzzInput> {
  const kind = kindOf(problem);
  let best = input;
  let attempts = 0;
  for (let size = Math.ceil(best.payload.body.length / 2); size >= 1; size = Math.floor(size / 2)) {
    for (let start = 0; start < best.payload.body.length && attempts < MAX_ATTEMPTS; attempts += 1) {
      const shorter = withoutPart(best, start, size);
      const found = await checkInput(shorter);
      if (found !== null && kindOf(found) === kind) best = shorter;
      else start += size;
    }
  }
  return best;
}

function withoutPart({ payload, survivors }: FuzzInput, start: number, size: number): FuzzInput {
  const body = Uint8Array.from([...payload.body.subarray(0, start), ...payload.body.subarray(start + size)]);
  return { payload: { ...payload, body }, survivors };
}

/** A problem without the ids and texts in it. */
function kindOf(problem: string): string {
  return problem.split('\n', 1)[0]?.replaceAll(/"[^"]*"|\S*\d\S*/g, '…') ?? '';
}
