/** What is wrong with a price list, and where. */
export interface PriceListProblem {
  /** Such as `rules[3].tiers[0].prices.input`. */
  readonly path: string;
  /** What is wrong and what to do about it. */
  readonly message: string;
}

const marker = Symbol.for('@oriel/core/PriceListError');

/** A price list cannot be used. `problems` has all of it; the message is for people. */
export class PriceListError extends Error {
  readonly [marker] = true;
  readonly list: string;
  readonly problems: readonly PriceListProblem[];

  constructor(list: string, problems: readonly PriceListProblem[]) {
    const shown = problems.slice(0, 5).map(({ path, message }) => `${path} ${message}`);
    const rest = problems.length > shown.length ? `; and ${problems.length - shown.length} more` : '';
    super(`The price list "${list}" cannot be used: ${shown.join('; ')}${rest}.`);
    this.name = 'PriceListError';
    this.list = list;
    this.problems = problems;
  }

  /** Works across duplicate copies of this package, where `instanceof` does not. */
  static is(error: unknown): error is PriceListError {
    return typeof error === 'object' && error !== null && marker in error;
  }
}
