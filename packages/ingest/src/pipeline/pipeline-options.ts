import type { Store } from '@oriel/core';
import type { Pricer } from '@oriel/core/pricing';
import { IngestError } from '../ingest-error.ts';
import type { MaskingOptions } from '../masking/masker.ts';
import type { MediaLimits } from '../media/media-collector.ts';
import type { ParseOptions } from '../parse-payload.ts';
import type { SamplingOptions } from '../sampling/trace-sampler.ts';
import type { DeadLetters } from './dead-letters.ts';
import { BUILT_IN_STAGES } from './host-stage.ts';
import type { HostStage } from './host-stage.ts';
import type { RetryOptions, Surroundings } from './retry.ts';

export interface PipelineOptions {
  /** Where everything is kept. It stays the host's: closing the pipeline does not close it. */
  readonly store: Store;
  /** Default: every trace is kept. */
  readonly sampling?: SamplingOptions | undefined;
  /** What to hide besides credentials, which are always hidden. Default: nothing. */
  readonly masking?: MaskingOptions | undefined;
  /** Limits of media in payloads. `false` leaves media where they are, as does a store without `media`. */
  readonly media?: MediaLimits | false | undefined;
  /** Knows what calls cost. Default: only costs that clients send. */
  readonly pricer?: Pricer | undefined;
  /** Steps of the host's own. Default: none. */
  readonly stages?: readonly HostStage[] | undefined;
  /** Most patches per write; the store's own `maxBatch` holds too. Default 1000. */
  readonly batchSize?: number | undefined;
  readonly retry?: RetryOptions | undefined;
  /** Where patches go that cannot be written. Default: `memoryDeadLetters()`. */
  readonly deadLetters?: DeadLetters | undefined;
  readonly parsing?: ParseOptions | undefined;
  /** Clock, chance and waiting, for tests. Default: the real ones. */
  readonly surroundings?: Surroundings | undefined;
}

/** @throws IngestError `bad-option` - a number or a stage makes no sense. */
export function checkPipelineOptions({ batchSize = 1000, retry = {}, stages = [] }: PipelineOptions): void {
  if (!Number.isInteger(batchSize) || batchSize < 1) {
    throw bad(`batchSize is ${batchSize}, so nothing could ever be written. Give a positive whole number.`);
  }
  const { attempts = 1, baseMs = 0, maxMs = 0 } = retry;
  if (!Number.isInteger(attempts) || attempts < 1) {
    throw bad(`retry.attempts is ${attempts}, so nothing would ever be tried. Give a positive whole number.`);
  }
  if (!(baseMs >= 0 && maxMs >= 0)) {
    throw bad(`retry waits ${baseMs} to ${maxMs} ms, which no clock can. Give numbers from 0 up.`);
  }
  const places: readonly string[] = ['parse', ...BUILT_IN_STAGES];
  const taken = new Set([...places, 'write']);
  for (const { name, after = 'price' } of stages) {
    if (!places.includes(after)) {
      throw bad(
        `The stage ${JSON.stringify(name)} is to run after ${JSON.stringify(after)}, so it never would. Name one of ${places.join(', ')}.`,
      );
    }
    if (name === '' || taken.has(name)) {
      throw bad(
        `A stage is named ${JSON.stringify(name)}, as another one is or as nothing can be. Dead letters and counters name stages: give each a name of its own.`,
      );
    }
    taken.add(name);
  }
}

function bad(message: string): IngestError {
  return new IngestError('bad-option', message);
}
