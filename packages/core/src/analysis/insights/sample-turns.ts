import type { ContextTurn } from './context-growth.ts';

/** A turn that is drawn, with its place in the conversation, from 1. */
export interface SampledTurn extends ContextTurn {
  readonly place: number;
}

/** At most `limit` turns of a conversation, evenly spread: of those between, the one with the largest input stands for all. */
export function sampleTurns(turns: readonly ContextTurn[], limit: number): SampledTurn[] {
  const step = Math.ceil(turns.length / limit);
  const sampled: SampledTurn[] = [];
  for (let start = 0; start < turns.length; start += step) {
    let largest: SampledTurn | null = null;
    for (let index = start; index < Math.min(turns.length, start + step); index += 1) {
      const turn = turns[index];
      if (turn && (largest === null || turn.input > largest.input)) largest = { ...turn, place: index + 1 };
    }
    if (largest) sampled.push(largest);
  }
  return sampled;
}
