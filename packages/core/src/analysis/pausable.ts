/** Work that may be put aside at every `yield`. */
export type Pausable<Result> = Generator<undefined, Result, undefined>;

/** Does pausable work without pausing. */
export function finish<Result>(work: Pausable<Result>): Result {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}

/** How many rows a loop over them looks at before it may be put aside: a millisecond or two on a slow machine. */
export const ROWS_AT_ONCE = 2048;
