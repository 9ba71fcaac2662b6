import type { GraphTask } from '../../model/graph-task.ts';
import type { ObservationId, TraceId } from '../../model/ids.ts';
import type { ObservationPatch } from '../../model/patch.ts';
import type { EpochMs, Milliseconds } from '../../model/units.ts';
import { hexWord, scatter } from './dice.ts';

/** What a scenario says of an observation; ids, times and place in the tree come from the recorder. */
export type ObservationFields = Omit<
  ObservationPatch,
  'kind' | 'id' | 'traceId' | 'at' | 'parentId' | 'startTime' | 'endTime' | 'environment'
>;

/** A step went wrong: everything around it ends as failed, too, unless something catches it. */
export class StepFailed extends Error {}

export interface RecordedTrace {
  readonly traceId: TraceId;
  readonly environment: string;
  readonly startTime: EpochMs;
}

/** Writes down what runs, as an SDK does: with a clock, and an observation's patch when the observation ends. */
export class TraceRecorder {
  readonly traceId: TraceId;
  readonly observations: ObservationPatch[] = [];
  now: EpochMs;
  readonly #environment: string;
  readonly #idStart: number;
  readonly #open: { readonly id: ObservationId; readonly graph: GraphTask | undefined }[] = [];
  #count = 0;

  constructor({ traceId, environment, startTime }: RecordedTrace) {
    this.traceId = traceId;
    this.now = startTime;
    this.#environment = environment;
    this.#idStart = Number.parseInt(traceId.slice(0, 8), 16);
  }

  /**
   * Records an observation around everything that `work` records. `work` returns what is known at the end only, such
   * as the output.
   */
  around(fields: ObservationFields, work: () => Partial<ObservationFields> | undefined): ObservationId {
    const id = this.#nextId();
    const startTime = this.now;
    const graph = fields.graph ?? this.#open.at(-1)?.graph;
    this.#open.push({ id, graph });
    this.now += 1;
    try {
      const end = work();
      this.#open.pop();
      this.#record(id, startTime, { ...fields, ...end });
    } catch (error) {
      this.#open.pop();
      if (!(error instanceof StepFailed)) throw error;
      this.#record(id, startTime, { ...fields, level: 'ERROR', statusMessage: error.message });
      throw error;
    }
    return id;
  }

  /** Records an observation that took so long and has nothing below it. */
  step(fields: ObservationFields, duration: Milliseconds): ObservationId {
    const id = this.#nextId();
    const startTime = this.now;
    this.now += Math.max(1, Math.round(duration));
    this.#record(id, startTime, fields);
    return id;
  }

  /** Records a moment. */
  event(fields: ObservationFields): void {
    this.#record(this.#nextId(), this.now, { type: 'EVENT', ...fields }, false);
  }

  /** Time passes without anything worth an observation. */
  wait(duration: Milliseconds): void {
    this.now += Math.round(duration);
  }

  /** Everything starts now; it is over when the slowest is. */
  inParallel(branches: readonly (() => void)[]): void {
    const startTime = this.now;
    let latest = startTime;
    for (const branch of branches) {
      this.now = startTime;
      branch();
      latest = Math.max(latest, this.now);
    }
    this.now = latest;
  }

  #record(id: ObservationId, startTime: EpochMs, fields: Partial<ObservationFields>, hasEnd = true): void {
    const parent = this.#open.at(-1);
    const graph = fields.graph ?? parent?.graph;
    this.observations.push({
      kind: 'observation',
      id,
      traceId: this.traceId,
      at: this.now,
      parentId: parent?.id ?? null,
      startTime,
      endTime: hasEnd ? this.now : null,
      environment: this.#environment,
      ...fields,
      ...(graph && { graph }),
    });
  }

  /** Scattering counts one to one: no two observations of a trace share an id. */
  #nextId(): ObservationId {
    this.#count += 1;
    return (
      hexWord(scatter(this.#idStart + this.#count)) + hexWord(scatter(this.#idStart ^ (this.#count * 7919)))
    );
  }
}
