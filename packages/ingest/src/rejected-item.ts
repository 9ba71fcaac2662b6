/** A part of a request that could not be kept. The rest of the request is not affected. */
export interface RejectedItem {
  /** The part: `batch[2] generation-create gen-7`, `resourceSpans[0].scopeSpans[1].spans[4]`, or `body`. */
  readonly where: string;
  /** What is wrong, what it cost and what to do about it. */
  readonly reason: string;
  /** `too-large`: the body is longer than `maxBytes` and nothing of it was read. Absent for every other reason. */
  readonly code?: 'too-large' | undefined;
}
