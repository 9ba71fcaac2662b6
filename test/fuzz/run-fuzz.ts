import { checkInput } from './check-input.ts';
import { generateInput } from './generate-input.ts';
import { readRecordedBodies } from './recorded-bodies.ts';

/** An input that breaks a promise. The seed and its number make it again. */
export interface FuzzFailure {
  readonly seed: number;
  readonly number: number;
  readonly problem: string;
}

export interface FuzzOptions {
  readonly seed: number;
  /** How many inputs, counted from number `from`. */
  readonly runs: number;
  readonly from?: number | undefined;
  /** Called before every input, so that somebody outside can see which one hangs. */
  readonly onInput?: ((number: number) => void) | undefined;
}

/** Tries inputs until one breaks a promise; `null` when none does. */
export async function runFuzz({ seed, runs, from = 0, onInput }: FuzzOptions): Promise<FuzzFailure | null> {
  const recorded = await readRecordedBodies();
  for (let number = from; number < from + runs; number += 1) {
    onInput?.(number);
    const problem = await checkInput(generateInput(seed, number, recorded));
    if (problem !== null) return { seed, number, problem };
  }
  return null;
}
