import type { ObservationId, TraceId } from '../../model/ids.ts';
import type { Tokens, Usd } from '../../model/units.ts';

/** Something about costs that a person should know before they trust the numbers. */
export type CostFinding =
  /** Calls with usage that nobody knows the price of: their cost is missing from every sum. */
  | {
      readonly code: 'unpriced-model';
      readonly model: string;
      readonly calls: number;
      readonly tokens: Tokens;
    }
  /** Calls that went well and say neither what they used nor what they cost. */
  | { readonly code: 'uncounted-model'; readonly model: string; readonly calls: number }
  /** The parts of the usage are more than its totals: details are counted in `input` or `output` and beside it. */
  | {
      readonly code: 'parts-exceed-total';
      readonly model: string | null;
      readonly calls: number;
      readonly parts: Tokens;
      readonly total: Tokens;
    }
  /** Calls that report the same tokens by two names. */
  | {
      readonly code: 'same-tokens-twice';
      readonly keys: readonly [string, string];
      readonly calls: number;
      readonly tokens: Tokens;
    }
  /** Steps that report the usage of the calls below them once more; found in the traces that were looked at. */
  | {
      readonly code: 'repeated-by-parent';
      readonly name: string | null;
      readonly steps: number;
      readonly tokens: Tokens;
      /** Counted twice in the traces that were looked at. */
      readonly cost: Usd;
      readonly example: { readonly traceId: TraceId; readonly observationId: ObservationId };
    }
  /** Only a share of the traces was kept, so real costs are higher. */
  | {
      readonly code: 'sampled';
      readonly traces: number;
      readonly cost: Usd;
      /** Each cost divided by the share of traces like it that was kept. */
      readonly estimated: Usd;
    };

export interface CostFindings {
  /** Those that may change a sum most come first. */
  readonly findings: readonly CostFinding[];
  /** Traces that were read to find what needs their structure. */
  readonly tracesLookedAt: number;
  /** Traces with steps that may repeat usage; those beyond what was looked at are unknown. */
  readonly tracesSuspected: number;
}
