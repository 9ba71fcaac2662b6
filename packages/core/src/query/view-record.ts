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

/** An item with what filters may ask of it beyond its own fields. */
export interface ViewRecord<Item> {
  readonly item: Item;
  /** For `metadata.<path>`. */
  readonly metadata: JsonObject;
  /** For `scores.<name>`. */
  readonly scores: readonly Score[];
}
