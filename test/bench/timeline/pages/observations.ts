import type { Observation, ObservationType } from '@oriel/core';
import { seededRandom } from '@oriel/core/testing';

const MAX_DEPTH = 12;
const CONTAINERS: readonly ObservationType[] = ['AGENT', 'CHAIN', 'TOOL'];
const LEAVES: readonly ObservationType[] = ['GENERATION', 'GENERATION', 'TOOL', 'RETRIEVER', 'EMBEDDING'];
const NOTHING = {};
const START = 1_760_000_000_000;

/**
 * An agent's trace of any size, in the order it began. Made as records at once, since a million patches would take
 * longer to fold than everything that is measured here; depths are given away with it, so that the bare canvas need
 * not find them.
 */
function makeObservations(count: number): { observations: Observation[]; depths: Uint8Array } {
  const random = seededRandom(7);
  const pick = <Item>(items: readonly Item[]) => items[Math.floor(random() * items.length)] as Item;
  const observations: { -readonly [Key in keyof Observation]: Observation[Key] }[] = [];
  const depths = new Uint8Array(count);
  const open: number[] = [];
  let clock = START;
  const close = () => {
    const index = open.pop();
    clock += random() * 2;
    const container = observations[index ?? -1];
    if (container) container.endTime = clock;
  };
  for (let index = 0; index < count; index += 1) {
    while (open.length > 1 && random() < 0.18) close();
    const isContainer = index === 0 || (open.length < MAX_DEPTH && (open.length < 2 || random() < 0.3));
    clock += random() * 1.5;
    const startTime = clock;
    if (!isContainer) clock += 0.2 + random() * random() * 60;
    depths[index] = open.length;
    const type = pick(isContainer ? CONTAINERS : LEAVES);
    observations.push({
      id: index.toString(16).padStart(16, '0'),
      traceId: 'bench',
      parentId: observations[open.at(-1) ?? -1]?.id ?? null,
      type,
      name: type,
      startTime,
      endTime: clock,
      completionStartTime: null,
      level: random() < 0.02 ? 'ERROR' : 'DEFAULT',
      statusMessage: null,
      model: null,
      usage: NOTHING,
      cost: NOTHING,
      prompt: null,
      environment: 'default',
      version: null,
      isAppRoot: false,
      isInterrupted: false,
      graph: null,
    });
    if (isContainer) open.push(index);
  }
  while (open.length > 0) close();
  return { observations, depths };
}

/** The same trace for all pages, made before anything is timed. */
export const { observations, depths } = makeObservations(
  Number(new URLSearchParams(location.search).get('observations')),
);

export const WIDTH = 1280;
export const HEIGHT = 800;

export function rootElement(): HTMLElement {
  const element = document.createElement('div');
  element.style.blockSize = `${HEIGHT}px`;
  document.body.style.margin = '0';
  document.body.append(element);
  return element;
}
