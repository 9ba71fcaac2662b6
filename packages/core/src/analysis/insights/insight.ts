import type { ObservationId } from '../../model/ids.ts';
import type { ObservationType } from '../../model/observation.ts';
import type { Milliseconds, Tokens, Usd } from '../../model/units.ts';

/** What stands out in a trace, as a code and its parameters: sentences are for the views to write. */
export type InsightFinding =
  /** An error that nothing below it explains. */
  | {
      readonly code: 'error-origin';
      readonly name: string | null;
      readonly message: string | null;
      /** How often this error began, alike in name and message. */
      readonly count: number;
      /** Count of observations above that failed because of it. */
      readonly spread: number;
      /** The outermost of those; `null` when it did not spread. */
      readonly outermost: string | null;
      /** A root failed with it. */
      readonly isFatal: boolean;
      /** The same step went well later. */
      readonly isRecovered: boolean;
    }
  /** A step that failed and was tried again. */
  | {
      readonly code: 'retries';
      readonly name: string | null;
      readonly attempts: number;
      readonly failures: number;
      readonly isRecovered: boolean;
      /** What the failed attempts took. */
      readonly lostTime: Milliseconds;
    }
  /** The same steps, over and over. */
  | {
      readonly code: 'loop';
      /** One round of it. */
      readonly names: readonly (string | null)[];
      readonly rounds: number;
      readonly time: Milliseconds;
    }
  /** The same question to the same tool or model again, although it had been answered. */
  | {
      readonly code: 'repeated-call';
      readonly type: ObservationType;
      readonly name: string | null;
      readonly count: number;
      /** What all but the first took. */
      readonly spentTime: Milliseconds;
      /** What all but the first cost; `null` when nothing was priced. */
      readonly spentCost: Usd | null;
    }
  /** A conversation whose input swells from turn to turn. */
  | {
      readonly code: 'context-growth';
      readonly name: string | null;
      readonly turns: number;
      readonly first: number;
      readonly last: number;
      readonly unit: ContextUnit;
      /** What the last input is mostly made of; `null` where payloads were not looked at. */
      readonly mostly: ContextPart | null;
    }
  /** Calls that repeat the beginning of the one before, and read nothing of it from the provider's cache. */
  | {
      readonly code: 'cache-miss';
      readonly name: string | null;
      readonly calls: number;
      /** Estimated: tokens by the share of characters that are repeated. */
      readonly tokens: Tokens;
    }
  /** Where the trace waited. */
  | {
      readonly code: 'slow-branch';
      readonly name: string | null;
      readonly time: Milliseconds;
      /** Of all the time that was waited for, 0 to 1. */
      readonly share: number;
    }
  /** Where the money went. */
  | {
      readonly code: 'dear-branch';
      readonly name: string | null;
      readonly cost: Usd;
      /** Of the cost of the whole trace, 0 to 1. */
      readonly share: number;
    }
  /** A step with children in which, for a while, none of them ran and everybody waited. */
  | {
      readonly code: 'idle';
      readonly name: string | null;
      readonly time: Milliseconds;
      /** Of all the time that was waited for, 0 to 1. */
      readonly share: number;
    };

export type InsightCode = InsightFinding['code'];
/** What sizes of inputs are counted in. */
export type ContextUnit = 'tokens' | 'characters';
/** What an input is made of: instructions, what was said before, what tools answered, and the tools on offer. */
export type ContextPart = 'system' | 'history' | 'toolResults' | 'tools';

/** A finding, how much it explains, and where to see it. */
export interface Insight {
  readonly finding: InsightFinding;
  /** How suspicious it is, 0 to 1. Failures of the whole trace come first. */
  readonly weight: number;
  /** Observations that show it, the most telling first; never empty. */
  readonly evidence: readonly ObservationId[];
}
