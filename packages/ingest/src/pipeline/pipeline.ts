import type { ParsedPayload } from '../parsed-payload.ts';
import type { RawPayload } from '../parse-payload.ts';
import type { PipelineCounters } from './counters.ts';
import type { DeadLetter, DeadLetterId, DeadLetterSummary } from './dead-letters.ts';
import type { IngestProgress, IngestReport } from './ingest-report.ts';

export interface ProcessOptions {
  /** Aborting rejects with `aborted`. What the store has taken by then stays; sending again completes it. */
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: IngestProgress) => void) | undefined;
}

/** Takes payloads in and writes what they hold. May be called for many at once. */
export interface Pipeline {
  /**
   * Parses a payload and writes what it holds. Bad data does not reject, it is listed in the report; neither does a
   * stage of the host's that fails, or a patch that the store calls bad: those are in dead letters.
   *
   * @throws StoreError - the code with which the store refused all tries; what was not written is in a dead letter,
   *   so sending again and replaying both complete it, and neither doubles anything. `aborted` leaves no letter.
   * @throws IngestError `closed`
   */
  ingest(payload: RawPayload, options?: ProcessOptions): Promise<IngestReport>;
  /** {@link ingest} for what is parsed already, or was made by the host. */
  process(payload: ParsedPayload, options?: ProcessOptions): Promise<IngestReport>;
  readonly deadLetters: PipelineDeadLetters;
  counters(): Promise<PipelineCounters>;
  /** Resolves when everything handed in by now is written or given up. */
  flush(): Promise<void>;
  /** Refuses what comes from now on, and resolves as {@link flush} does. Safe to call twice. */
  close(): Promise<void>;
}

export interface PipelineDeadLetters {
  /** Oldest first. */
  list(): Promise<readonly DeadLetterSummary[]>;
  /** `null` when there is none of this id. */
  read(id: DeadLetterId): Promise<DeadLetter | null>;
  /**
   * Sends a letter through its stage again and those after it, and deletes it; what fails again makes a new letter.
   *
   * @throws IngestError `not-found`, `closed`
   * @throws StoreError - as `ingest`; the new letter has the reason.
   */
  replay(id: DeadLetterId, options?: ProcessOptions): Promise<IngestReport>;
  /** Unknown ids are no error. */
  delete(ids: readonly DeadLetterId[]): Promise<void>;
}
