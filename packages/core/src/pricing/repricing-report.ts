import type { Usd } from '../model/units.ts';
import { addDecimals, toDecimal, toNumber } from './decimal.ts';
import type { Decimal } from './decimal.ts';

/** What pricing a range anew changes, or would change. */
export interface RepricingReport {
  /** Calls of the range with usage or a cost. */
  readonly observations: number;
  /** Calls whose cost, or what it was computed with, differs afterwards. */
  readonly changed: number;
  readonly before: Usd;
  readonly after: Usd;
  /** By cost afterwards, the largest first; ties by name. */
  readonly models: readonly ModelRepricing[];
}

export interface ModelRepricing {
  /** `null` where the client named none. */
  readonly model: string | null;
  readonly observations: number;
  readonly changed: number;
  /** Calls whose cost a client sent. They count in both sums and are never touched. */
  readonly clientCosts: number;
  /** Calls that the pricer has no price for. They keep the cost they had, if any. */
  readonly unpriced: number;
  readonly before: Usd;
  readonly after: Usd;
}

export type RepricingOutcome = 'changed' | 'unchanged' | 'client-cost' | 'unpriced';

interface Tally {
  observations: number;
  changed: number;
  clientCosts: number;
  unpriced: number;
  before: Decimal;
  after: Decimal;
}

const ZERO: Decimal = { units: 0n, scale: 0 };

/** Counts outcomes by model, with exact sums. */
export class RepricingTally {
  readonly #byModel = new Map<string | null, Tally>();

  add(model: string | null, outcome: RepricingOutcome, before: Usd | null, after: Usd | null): void {
    let tally = this.#byModel.get(model);
    if (tally === undefined) {
      tally = { observations: 0, changed: 0, clientCosts: 0, unpriced: 0, before: ZERO, after: ZERO };
      this.#byModel.set(model, tally);
    }
    tally.observations += 1;
    if (outcome === 'changed') tally.changed += 1;
    if (outcome === 'client-cost') tally.clientCosts += 1;
    if (outcome === 'unpriced') tally.unpriced += 1;
    if (before !== null) tally.before = addDecimals(tally.before, toDecimal(before));
    if (after !== null) tally.after = addDecimals(tally.after, toDecimal(after));
  }

  report(): RepricingReport {
    const tallies = [...this.#byModel];
    const models = tallies
      .map(([model, tally]) => ({
        ...tally,
        model,
        before: toNumber(tally.before),
        after: toNumber(tally.after),
      }))
      .toSorted((a, b) => b.after - a.after || (a.model ?? '').localeCompare(b.model ?? ''));
    const sum = (side: 'before' | 'after') =>
      toNumber(tallies.reduce((total, [, tally]) => addDecimals(total, tally[side]), ZERO));
    return {
      observations: models.reduce((count, { observations }) => count + observations, 0),
      changed: models.reduce((count, { changed }) => count + changed, 0),
      before: sum('before'),
      after: sum('after'),
      models,
    };
  }
}
