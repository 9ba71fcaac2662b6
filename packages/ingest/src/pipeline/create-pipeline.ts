import { StoreError, throwIfAborted } from '@oriel/core';
import type { Patch, StoreErrorCode } from '@oriel/core';
import { IngestError } from '../ingest-error.ts';
import { createMasker } from '../masking/masker.ts';
import type { ParsedPayload } from '../parsed-payload.ts';
import { parsePayload } from '../parse-payload.ts';
import type { RejectedItem } from '../rejected-item.ts';
import { PipelineTally } from './counters.ts';
import { memoryDeadLetters } from './dead-letters.ts';
import type { DeadLetter, DeadLetterId } from './dead-letters.ts';
import { touchedRecords } from './ingest-report.ts';
import type { IngestReport } from './ingest-report.ts';
import type { Pipeline, ProcessOptions } from './pipeline.ts';
import { checkPipelineOptions } from './pipeline-options.ts';
import type { PipelineOptions } from './pipeline-options.ts';
import { priceStored } from './price-stored.ts';
import { SURROUNDINGS, createRetry } from './retry.ts';
import { createStages } from './stages.ts';
import type { Passage, Stage } from './stages.ts';
import { storeMedia } from './store-media.ts';
import { UnfinishedWrite, createWriteQueue } from './write-queue.ts';
import type { WriteCall } from './write-queue.ts';

/**
 * A pipeline: parse → sample → mask → media → price → write, with stages of the host's own between, the same in a
 * worker and in Node. Nothing is kept or reported unmasked, dead letters and reasons included.
 *
 * @example
 * const pipeline = createPipeline({
 *   store,
 *   sampling: { rate: 0.1, environments: { production: 1 } },
 *   masking: { rules: [maskingRules.email, patternRule('customer', /\bKD-\d{8}\b/)] },
 *   pricer: createPricer([await loadDefaultPrices()]),
 *   stages: [{ name: 'drop-health-checks', after: 'parse', run: (patches) => patches.filter(isNoHealthCheck) }],
 * });
 * const { traceIds, rejected } = await pipeline.ingest({ body, contentType, path });
 *
 * @throws IngestError `bad-option` - an option makes no sense; the message names it.
 */
export function createPipeline(options: PipelineOptions): Pipeline {
  checkPipelineOptions(options);
  const { store, pricer, batchSize = 1000, parsing, surroundings = SURROUNDINGS } = options;
  const letters = options.deadLetters ?? memoryDeadLetters();
  const masker = createMasker(options.masking);
  const stages = createStages(options, masker);
  const tally = new PipelineTally(['parse', ...stages.map(({ name }) => name), 'write']);
  const retry = createRetry(options.retry ?? {}, surroundings, () => (tally.retries += 1));
  const queue = createWriteQueue({ store: store.traces, batchSize, retry });
  const underway = new Set<Promise<unknown>>();
  const letterPrefix = `${surroundings.now().toString(36)}-${Math.floor(surroundings.random() * 2 ** 32).toString(36)}`;
  let pricedAt = 0;
  let isClosed = false;

  const bury = async (
    stage: string,
    code: DeadLetter['code'],
    reason: string,
    patches: readonly Patch[],
  ): Promise<DeadLetterId> => {
    tally.failed(stage, patches.length);
    tally.lettersAdded += 1;
    const id = `${letterPrefix}-${tally.lettersAdded}`;
    // The reason may quote what the patches held before they were masked.
    const masked = masker.maskReport(reason, 'reason');
    await letters.add({ id, at: surroundings.now(), stage, code, reason: masked, patches });
    return id;
  };

  const maskRejected = ({ where, reason, ...item }: RejectedItem): RejectedItem => ({
    ...item,
    where: masker.maskReport(where, 'where'),
    reason: masker.maskReport(reason, 'reason'),
  });

  /** Runs stages; one that fails buries the patches and leaves none. */
  const pass = async (passage: Passage, from: string, buried: DeadLetterId[]): Promise<void> => {
    const start = stages.findIndex(({ name }) => name === from);
    let isMasked = start > stages.findIndex(({ name }) => name === 'mask');
    for (const stage of stages.slice(start)) {
      throwIfAborted(passage);
      const started = performance.now();
      const taken = passage.patches;
      const outcome = await runStage(stage, passage, tally);
      if ('reason' in outcome) {
        const safe = isMasked ? taken : masker.mask(taken);
        buried.push(await bury(stage.name, 'stage-failed', outcome.reason, safe));
        passage.buried = [...passage.buried, ...safe];
        passage.patches = [];
      } else {
        passage.patches = outcome.patches;
      }
      tally.passed(stage.name, taken.length, passage.patches.length, performance.now() - started);
      if (stage.name === 'mask') isMasked = true;
    }
  };

  const write = async (patches: readonly Patch[], buried: DeadLetterId[], call: WriteCall): Promise<void> => {
    const started = performance.now();
    try {
      const { refused } = await queue.write(patches, call);
      await buryRefused(refused, buried);
      tally.passed('write', patches.length, patches.length - countOf(refused), performance.now() - started);
    } catch (error) {
      if (!(error instanceof UnfinishedWrite)) throw error;
      await buryRefused(error.refused, buried);
      const cause: unknown = error.cause;
      const code: StoreErrorCode = StoreError.is(cause) ? cause.code : 'unavailable';
      if (code !== 'aborted') buried.push(await bury('write', code, messageOf(cause), error.patches));
      const written = patches.length - countOf(error.refused) - error.patches.length;
      tally.passed('write', patches.length, written, performance.now() - started);
      throw cause;
    }
  };

  const buryRefused = async (
    refused: readonly { readonly error: StoreError; readonly patches: readonly Patch[] }[],
    buried: DeadLetterId[],
  ) => {
    for (const { error, patches } of refused) {
      buried.push(await bury('write', error.code, error.message, patches));
    }
  };

  const price = async (patches: readonly Patch[], buried: DeadLetterId[], { signal }: ProcessOptions) => {
    if (pricer === undefined) return;
    // Of two costs computed in one millisecond, the later has to count, too.
    pricedAt = Math.max(surroundings.now(), pricedAt + 0.001);
    const settings = { store: store.traces, pricer, at: pricedAt, signal };
    const stored = await retry(() => priceStored(patches, settings), signal);
    tally.priced += stored.priced;
    tally.unpriced += stored.unpriced;
    await write(stored.patches, buried, { signal });
  };

  const run = async (
    payload: ParsedPayload,
    from: string,
    call: ProcessOptions,
    { bytes, startedAt }: { bytes: number; startedAt: number },
  ): Promise<IngestReport> => {
    const { signal, onProgress } = call;
    const buried: DeadLetterId[] = [];
    const { patches: sent, media: sentMedia } = payload;
    const passage: Passage = { patches: sent, media: [...sentMedia], buried: [], sampledOut: 0, signal };
    if (from !== 'write') await pass(passage, from, buried);
    const { patches } = passage;
    const withBytes = passage.media.filter((item) => item.bytes !== undefined);
    const progress = { written: 0, total: patches.length + withBytes.length };
    const onWritten = (count: number) => {
      progress.written += count;
      onProgress?.({ stage: 'writing', ...progress });
    };
    onWritten(0);
    // Media first: whoever finds a reference finds what it points at.
    const media = await storeMedia(withBytes, {
      store,
      retry,
      signal,
      onStored: () => onWritten(1),
    });
    tally.mediaKept += media.kept;
    tally.mediaRefused += media.rejected.length;
    throwIfAborted({ signal });
    await write(patches, buried, { signal, onWritten });
    await price(patches, buried, call);
    const { traceIds, observations, scores } = touchedRecords([...passage.buried, ...patches]);
    return {
      traceIds,
      counts: { traces: traceIds.length, observations, scores, media: media.kept },
      rejected: [...payload.rejected, ...media.rejected].map(maskRejected),
      sampledOut: passage.sampledOut,
      deadLetters: buried,
      ignored: payload.ignored,
      bytes,
      durationMs: performance.now() - startedAt,
    };
  };

  /** Everything a pipeline does for others goes through here, so that it can be waited for. */
  const track = async <Value>(work: () => Promise<Value>): Promise<Value> => {
    if (isClosed) {
      throw new IngestError('closed', 'The pipeline was closed, so it takes nothing in. Make a new one.');
    }
    const promise = work();
    underway.add(promise);
    try {
      return await promise;
    } finally {
      underway.delete(promise);
    }
  };

  const flush = async () => {
    await Promise.allSettled(underway);
    await queue.idle();
  };

  return {
    ingest: (payload, call = {}) =>
      track(async () => {
        throwIfAborted(call);
        const startedAt = performance.now();
        const bytes = payload.body.length;
        call.onProgress?.({ stage: 'parsing', written: 0, total: 0 });
        const parsed = await parsePayload(payload, parsing);
        tally.payloads += 1;
        tally.bytes += bytes;
        tally.rejected += parsed.rejected.length;
        const count = parsed.patches.length;
        tally.passed('parse', count, count, performance.now() - startedAt);
        return run(parsed, firstOf(stages), call, { bytes, startedAt });
      }),

    process: (payload, call = {}) =>
      track(() => run(payload, firstOf(stages), call, { bytes: 0, startedAt: performance.now() })),

    deadLetters: {
      list: () => letters.list(),
      read: (id) => letters.read(id),
      delete: (ids) => letters.delete(ids),
      replay: (id, call = {}) =>
        track(async () => {
          const letter = await letters.read(id);
          if (letter === null) throw noLetter(id);
          const { patches, stage } = letter;
          const payload = { patches, media: [], rejected: [], ignored: null };
          try {
            const report = await run(payload, stage, call, { bytes: 0, startedAt: performance.now() });
            tally.lettersReplayed += 1;
            await letters.delete([id]);
            return report;
          } catch (error) {
            // An abort left no new letter.
            if (!StoreError.is(error) || error.code !== 'aborted') await letters.delete([id]);
            throw error;
          }
        }),
    },

    counters: async () => tally.read(masker.counts(), await letters.dropped()),
    flush,
    close() {
      isClosed = true;
      return flush();
    },
  };
}

async function runStage(
  { run }: Stage,
  passage: Passage,
  tally: PipelineTally,
): Promise<{ readonly patches: readonly Patch[] } | { readonly reason: string }> {
  try {
    return { patches: await run(passage, tally) };
  } catch (error) {
    // A stage that minds the signal fails because of it.
    throwIfAborted(passage);
    return { reason: messageOf(error) };
  }
}

function firstOf(stages: readonly Stage[]): string {
  return stages[0]?.name ?? 'write';
}

function countOf(refused: readonly { readonly patches: readonly Patch[] }[]): number {
  return refused.reduce((count, { patches }) => count + patches.length, 0);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}

function noLetter(id: DeadLetterId): IngestError {
  return new IngestError(
    'not-found',
    `There is no dead letter ${JSON.stringify(id.slice(0, 80))}, so nothing was replayed. It may have been replayed, deleted or dropped; list them anew.`,
  );
}
