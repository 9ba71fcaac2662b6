import type { Bytes, Milliseconds } from '@oriel/core';

/** What went through a stage, in patches; of `parse`, what came out of payloads. */
export interface StageCounters {
  readonly in: number;
  readonly out: number;
  /** Patches that went to dead letters because the stage failed. */
  readonly failed: number;
  /** Time spent; stages that wait count their waiting. */
  readonly milliseconds: Milliseconds;
}

/** What a pipeline did since it was made. */
export interface PipelineCounters {
  readonly payloads: number;
  readonly bytes: Bytes;
  /** Parts of payloads that could not be read. */
  readonly rejected: number;
  /** By name: `parse`, `sample`, `mask`, `media`, `price`, `write` and the host's own, in their order. */
  readonly stages: Readonly<Record<string, StageCounters>>;
  /** Patches that sampling dropped. */
  readonly sampledOut: number;
  /** How often each masking rule hid something. */
  readonly masked: Readonly<Record<string, number>>;
  /** Media: kept, too long to be kept, and refused by the store. */
  readonly media: { readonly kept: number; readonly leftOut: number; readonly refused: number };
  /** Calls of models with a computed cost, and with usage but no price. Costs that clients sent are in neither. */
  readonly priced: number;
  readonly unpriced: number;
  /** Writes that were tried again. */
  readonly retries: number;
  /** Letters written, replayed with success, and dropped for lack of room. */
  readonly deadLetters: { readonly added: number; readonly replayed: number; readonly dropped: number };
}

interface StageTally {
  in: number;
  out: number;
  failed: number;
  milliseconds: number;
}

/** Counts while a pipeline works. */
export class PipelineTally {
  payloads = 0;
  bytes = 0;
  rejected = 0;
  sampledOut = 0;
  mediaKept = 0;
  mediaLeftOut = 0;
  mediaRefused = 0;
  priced = 0;
  unpriced = 0;
  retries = 0;
  lettersAdded = 0;
  lettersReplayed = 0;
  readonly #stages: ReadonlyMap<string, StageTally>;

  constructor(stages: readonly string[]) {
    this.#stages = new Map(stages.map((name) => [name, { in: 0, out: 0, failed: 0, milliseconds: 0 }]));
  }

  passed(stage: string, taken: number, given: number, milliseconds: Milliseconds): void {
    const tally = this.#stages.get(stage);
    if (!tally) return;
    tally.in += taken;
    tally.out += given;
    tally.milliseconds += milliseconds;
  }

  failed(stage: string, count: number): void {
    const tally = this.#stages.get(stage);
    if (tally) tally.failed += count;
  }

  read(masked: Readonly<Record<string, number>>, dropped: number): PipelineCounters {
    const { payloads, bytes, rejected, sampledOut, priced, unpriced, retries } = this;
    const stages = Array.from(this.#stages, ([name, tally]) => [name, { ...tally }] as const);
    return {
      payloads,
      bytes,
      rejected,
      stages: Object.fromEntries(stages),
      sampledOut,
      masked,
      media: { kept: this.mediaKept, leftOut: this.mediaLeftOut, refused: this.mediaRefused },
      priced,
      unpriced,
      retries,
      deadLetters: { added: this.lettersAdded, replayed: this.lettersReplayed, dropped },
    };
  }
}
