/** Decimals kept of a sum of dollars: below any price of a single token, above the noise of binary fractions. */
const SCALE = 1e12;

/**
 * A sum that is the same in whatever order its numbers come, free of the noise that binary fractions gather: 0.1 + 0.2
 * is 0.3. What each addition rounds away is kept apart and added at the end (Neumaier's summation).
 */
export class RunningSum {
  #sum = 0;
  #lost = 0;

  add(value: number): void {
    const sum = this.#sum + value;
    this.#lost += Math.abs(this.#sum) >= Math.abs(value) ? this.#sum - sum + value : value - sum + this.#sum;
    this.#sum = sum;
  }

  get total(): number {
    return withoutNoise(this.#sum + this.#lost);
  }
}

/** Adds numbers as {@link RunningSum} does; 0 of none. */
export function sumNumbers(values: Iterable<number>): number {
  const sum = new RunningSum();
  for (const value of values) sum.add(value);
  return sum.total;
}

/** A computed amount without the noise of binary fractions: 12 decimals, of large amounts 15 digits; integers as they are. */
export function withoutNoise(amount: number): number {
  if (Number.isInteger(amount)) return amount;
  const scaled = amount * SCALE;
  if (Math.abs(scaled) < Number.MAX_SAFE_INTEGER) return Math.round(scaled) / SCALE;
  return Number(amount.toPrecision(15));
}
