import type { SessionId, UserId } from './ids.ts';
import type { Cost, Usage } from './observation.ts';
import type { EpochMs } from './units.ts';

/** All traces that share a `sessionId`. Derived, never written. */
export interface Session {
  readonly id: SessionId;
  /** Start of its first trace. */
  readonly startTime: EpochMs;
  /** Latest known moment of its traces. */
  readonly endTime: EpochMs;
  readonly traceCount: number;
  /** Everybody whose traces are in it, sorted. */
  readonly userIds: readonly UserId[];
  /** Of its first trace (reference 1.4). */
  readonly environment: string;
  readonly usage: Usage;
  readonly cost: Cost;
}
