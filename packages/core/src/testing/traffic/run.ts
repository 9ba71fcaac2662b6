import type { ObservationId, SessionId, TraceId } from '../../model/ids.ts';
import type { EpochMs } from '../../model/units.ts';
import type { Customer } from './company.ts';
import type { Dice } from './dice.ts';
import type { Slots } from './fill-slots.ts';
import type { Phrasebook } from './phrasebook.ts';
import type { Release } from './releases.ts';
import type { TraceRecorder } from './trace-recorder.ts';

/** What somebody came for, over one turn or several. */
export interface Conversation {
  readonly seed: number;
  /** `null` for jobs: nobody talks. */
  readonly sessionId: SessionId | null;
  readonly customer: Customer;
  readonly environment: string;
  readonly slots: Slots;
  readonly turns: number;
}

/** One trace to come. */
export interface Turn {
  readonly traceId: TraceId;
  readonly seed: number;
  readonly startTime: EpochMs;
  readonly conversation: Conversation;
  /** Which turn of its conversation, from 0. */
  readonly index: number;
}

/** What may go wrong in a trace, each at the first opportunity. */
export type Mishap = 'rate-limit' | 'overload' | 'timeout' | 'tool-error' | 'slow-search' | 'refusal';

/** Everything that a scenario works with. */
export interface Run {
  readonly turn: Turn;
  readonly trace: TraceRecorder;
  readonly dice: Dice;
  readonly book: Phrasebook;
  readonly release: Release;
  /** What still waits to go wrong. */
  readonly mishaps: Set<Mishap>;
}

/** What a person judges afterwards. */
export interface Answer {
  readonly observationId: ObservationId;
  readonly text: string;
}

/** Records one trace of a kind; an answer when a person got one. */
export type Scenario = (run: Run) => Answer | null;

/** Whether a mishap strikes here; it strikes once. */
export function strikes({ mishaps }: Run, mishap: Mishap): boolean {
  return mishaps.delete(mishap);
}
