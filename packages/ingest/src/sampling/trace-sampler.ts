import type { Patch, TraceId, TracePatch } from '@oriel/core';
import { IngestError } from '../ingest-error.ts';
import { SAMPLING_RULES } from './sampling-rules.ts';
import type { SamplingRule } from './sampling-rules.ts';
import { traceEnvironments } from './trace-environments.ts';

export interface SamplingOptions {
  /** Share of traces to keep, from 0 (none) to 1 (all). */
  readonly rate: number;
  /** Shares for environments of their own, by the environment's name; all others have `rate`. */
  readonly environments?: Readonly<Record<string, number>> | undefined;
  /** Whose decision is repeated. Default `langfuse-server`. */
  readonly rule?: SamplingRule | undefined;
}

/** Keeps some traces whole and drops the others whole. */
export interface TraceSampler {
  /**
   * The patches of kept traces, in order. Each trace that was kept by a rate below 1 says so in `sampleRate`.
   * Scores of a session or a dataset run belong to no trace and are always kept.
   */
  readonly sample: (patches: readonly Patch[]) => readonly Patch[];
  /** Patches dropped since the sampler was made. */
  readonly dropped: () => number;
}

/**
 * Decides by the trace id alone. With `environments`, updates that name none count as the environment in which
 * their trace was first seen; 100 000 traces are remembered for this, of others `rate` decides.
 *
 * @throws IngestError `bad-option` - a rate is not between 0 and 1, or there is no such rule.
 */
export function createTraceSampler(options: SamplingOptions): TraceSampler {
  const { rate, environments = {}, rule = 'langfuse-server' } = options;
  checkRate('rate', rate);
  for (const [name, share] of Object.entries(environments)) checkRate(`environments.${name}`, share);
  const keeps = Object.hasOwn(SAMPLING_RULES, rule) ? SAMPLING_RULES[rule] : undefined;
  if (keeps === undefined) {
    throw new IngestError(
      'bad-option',
      `There is no sampling rule ${JSON.stringify(rule)}, so nothing could be decided. Give one of ${Object.keys(SAMPLING_RULES).join(', ')}.`,
    );
  }
  const rates = new Map(Object.entries(environments));
  const known = rates.size > 0 ? traceEnvironments() : null;

  const rateOf = (traceId: TraceId) => {
    const environment = known?.of(traceId);
    return (environment === undefined ? undefined : rates.get(environment)) ?? rate;
  };
  const isKept = (traceId: TraceId, share: number) => share >= 1 || (share > 0 && keeps(traceId, share));

  let dropped = 0;

  return {
    sample(patches) {
      known?.learn(patches);
      const kept = new KeptTraces();
      const verdicts = new Map<TraceId, boolean>();
      for (const patch of patches) {
        const traceId = traceOf(patch);
        if (traceId === null) {
          kept.add(patch);
          continue;
        }
        const share = rateOf(traceId);
        const verdict = verdicts.get(traceId) ?? isKept(traceId, share);
        verdicts.set(traceId, verdict);
        if (verdict) kept.addOf(traceId, patch, share);
        else dropped += 1;
      }
      return kept.patches();
    },
    dropped: () => dropped,
  };
}

/** The patches that stay, each trace telling its rate once. */
class KeptTraces {
  readonly #patches: Patch[] = [];
  /** Of sampled traces whose rate is not told yet. */
  readonly #untold = new Map<TraceId, { share: number; at: number }>();
  readonly #told = new Set<TraceId>();

  add(patch: Patch): void {
    this.#patches.push(patch);
  }

  addOf(traceId: TraceId, patch: Patch, share: number): void {
    if (share >= 1) return this.add(patch);
    if (patch.kind === 'trace') {
      this.#told.add(traceId);
      this.#untold.delete(traceId);
      this.#patches.push({ ...patch, sampleRate: Math.min(share, patch.sampleRate ?? 1) });
      return;
    }
    this.#patches.push(patch);
    if (this.#told.has(traceId)) return;
    const at = Math.min(patch.at, this.#untold.get(traceId)?.at ?? patch.at);
    this.#untold.set(traceId, { share, at });
  }

  patches(): readonly Patch[] {
    const rates = Array.from(this.#untold, ([id, { share, at }]): TracePatch => ({
      kind: 'trace',
      id,
      at,
      sampleRate: share,
    }));
    return rates.length === 0 ? this.#patches : [...this.#patches, ...rates];
  }
}

function traceOf(patch: Patch): TraceId | null {
  if (patch.kind === 'trace') return patch.id;
  return patch.traceId ?? null;
}

function checkRate(name: string, rate: number): void {
  if (rate >= 0 && rate <= 1) return;
  throw new IngestError(
    'bad-option',
    `The sampling option ${name} is ${rate}, which is no share of traces. Give a number from 0 (keep none) to 1 (keep all).`,
  );
}
