import { END_NODE, START_NODE } from '@oriel/core';
import type { AgentGraphNode } from '@oriel/core';

const NARROWEST = 148;
const WIDEST = 232;

/** Room for a node in the layout, in pixels. Names that are longer are cut; a box grows around what is inside. */
export function nodeSize({ name }: Pick<AgentGraphNode, 'name'>): {
  readonly width: number;
  readonly height: number;
} {
  if (name === START_NODE || name === END_NODE) return { width: 76, height: 26 };
  return { width: Math.min(WIDEST, Math.max(NARROWEST, 64 + 7.2 * columns(name))), height: 52 };
}

/** Chinese, Japanese and Korean characters are about twice as wide. */
function columns(text: string): number {
  let count = 0;
  for (const character of text) count += character > '⺀' ? 2 : 1;
  return count;
}
