import { unlink } from 'node:fs/promises';
import type { PatchRef } from '../log/patch-log.ts';
import { RefSet } from '../segments/ref-set.ts';
import type { LogFinding } from './log-findings.ts';
import { moveToQuarantine } from './open-log.ts';
import { formatSegmentName } from './segment-name.ts';
import type { Segment } from './segment.ts';

export interface DamageReportsOptions {
  readonly folder: string;
  /** Where damaged segments go. */
  readonly quarantine: string;
  readonly onFinding: (finding: LogFinding) => void;
}

/** Tells of patches whose bytes are damaged: once of each, however often they are read. */
export class DamageReports {
  readonly #options: DamageReportsOptions;
  readonly #reported = new RefSet();

  constructor(options: DamageReportsOptions) {
    this.#options = options;
  }

  tell(segment: Segment, damaged: readonly PatchRef[]): void {
    const lost = damaged.filter((ref) => !this.#reported.has(ref)).map((ref) => ({ from: ref, to: ref + 1 }));
    if (lost.length === 0) return;
    for (const ref of damaged) this.#reported.add(ref);
    this.#options.onFinding({
      kind: 'damaged-segment',
      file: formatSegmentName(segment.name),
      lost,
      traceIds: [],
    });
  }

  /** Does away with a segment that was written anew; one of which something is lost is kept apart. */
  async retire(segment: Segment, lost: readonly PatchRef[]): Promise<void> {
    if (lost.length === 0) {
      await unlink(segment.path);
      return;
    }
    const { folder, quarantine } = this.#options;
    await moveToQuarantine(segment.path, formatSegmentName(segment.name), folder, quarantine);
    this.tell(segment, lost);
  }
}
