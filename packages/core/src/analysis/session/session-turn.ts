import type { Score } from '../../model/score.ts';
import type { Trace } from '../../model/trace.ts';
import type { Milliseconds, Tokens, Usd } from '../../model/units.ts';

/** One trace of a session, as a turn of what is said in it. */
export interface SessionTurn {
  readonly trace: Trace;
  /** Its place in the session, from 0. */
  readonly index: number;
  /** How long nothing had happened when it began; `null` below {@link IDLE_GAP}, and for the first. */
  readonly idle: Milliseconds | null;
  /** What is different from before. */
  readonly changes: readonly TurnChange[];
  /** Judgements of the trace and of its observations, by time. */
  readonly scores: readonly Score[];
  /** `null` when nothing was reported. */
  readonly tokens: Tokens | null;
  /** `null` when nothing was priced. */
  readonly cost: Usd | null;
}

/** Something about a turn that was not so before. */
export interface TurnChange {
  readonly field: 'user' | 'environment' | 'release' | 'version';
  /** `null`: nobody said. */
  readonly from: string | null;
  readonly to: string | null;
}

/** Silence that is worth saying: five minutes. */
export const IDLE_GAP: Milliseconds = 300_000;
