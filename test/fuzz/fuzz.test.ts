import { expect, it } from 'vitest';
import { runFuzz } from './run-fuzz.ts';

it('breaks no promise to 2,000 mutated recordings and random bodies', async () => {
  expect(await runFuzz({ seed: 1, runs: 2000 })).toBeNull();
});
