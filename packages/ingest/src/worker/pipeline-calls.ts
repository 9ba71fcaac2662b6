import { StoreError } from '@oriel/core';
import type { DeadLetterId } from '../pipeline/dead-letters.ts';
import type { Pipeline } from '../pipeline/pipeline.ts';
import type { CallMessage } from './protocol.ts';

/** What a page may ask of the pipeline, besides ingesting: a list, so that no message reaches anything else. */
const CALLS: Readonly<Record<string, (pipeline: Pipeline, argument: unknown) => Promise<unknown>>> = {
  counters: (pipeline) => pipeline.counters(),
  listDeadLetters: ({ deadLetters }) => deadLetters.list(),
  readDeadLetter: ({ deadLetters }, id) => deadLetters.read(String(id)),
  replayDeadLetter: ({ deadLetters }, id) => deadLetters.replay(String(id)),
  deleteDeadLetters: ({ deadLetters }, ids) => deadLetters.delete(ids as readonly DeadLetterId[]),
};

/**
 * Makes the call of the pipeline that a message asks for.
 *
 * @throws StoreError `unsupported` - there is no such call.
 * @throws IngestError, StoreError - the pipeline's own.
 */
export async function callPipeline(pipeline: Pipeline, { method, args }: CallMessage): Promise<unknown> {
  const call = Object.hasOwn(CALLS, method) ? CALLS[method] : undefined;
  if (call === undefined) {
    throw new StoreError('unsupported', `The worker's pipeline has no \`${method}\`.`);
  }
  return call(pipeline, args[0]);
}
