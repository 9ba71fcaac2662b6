import type { JsonObject } from '../model/json.ts';
import type { Observation } from '../model/observation.ts';
import type { Score } from '../model/score.ts';
import type { Session } from '../model/session.ts';
import type { Trace } from '../model/trace.ts';
import type { User } from '../model/user.ts';

/** The lists a store answers, and what their items are. */
export interface ViewItems {
  readonly traces: Trace;
  readonly observations: Observation;
  readonly sessions: Session;
  readonly users: User;
  readonly scores: Score;
}

export type View = keyof ViewItems;

/** Every view, for those who go through all of them. */
export const VIEWS: readonly View[] = ['traces', 'observations', 'sessions', 'users', 'scores'];

/** An item with what queries may ask of it beyond its own fields. */
export interface ViewRecord<Item> {
  readonly item: Item;
  /** The trace that an observation or a score belongs to; a trace is its own. `null` for everything else. */
  readonly trace: Trace | null;
  /** The observation that a score is on; an observation is its own. `null` for everything else. */
  readonly observation: Observation | null;
  /** Judgements of it, by time, ties by id. Those of a trace include those of its observations. */
  readonly scores: readonly Score[];
  /** Read late: most queries never look. */
  readonly payload: () => RecordPayload;
}

/** What a record holds besides its structure. */
export interface RecordPayload {
  /** For `metadata.<path>`. */
  readonly metadata: JsonObject;
  /** Every text in what went in ({@link payloadTexts}). */
  readonly input: readonly string[];
  /** Every text in what came out. */
  readonly output: readonly string[];
  /** Tools offered to the model. */
  readonly toolNames: readonly string[];
  /** The vocabulary that decided what it is (`Provenance.convention`). */
  readonly convention: string | null;
}
