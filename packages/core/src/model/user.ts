import type { UserId } from './ids.ts';
import type { Cost, Usage } from './observation.ts';
import type { EpochMs } from './units.ts';

/** All traces that share a `userId`. Derived, never written. */
export interface User {
  readonly id: UserId;
  /** Start of the user's first trace. */
  readonly firstSeen: EpochMs;
  /** Latest known moment of the user's traces. */
  readonly lastSeen: EpochMs;
  readonly traceCount: number;
  readonly sessionCount: number;
  /** Traces whose level is ERROR. */
  readonly errorCount: number;
  readonly usage: Usage;
  readonly cost: Cost;
}
