import { setTimeout as sleep } from 'node:timers/promises';
import { seededRandom } from '@oriel/core/testing';
import { DASHBOARD_QUERIES } from '../stores/dashboard-queries.ts';
import { OBSERVATIONS_PER_BODY } from './fresh-bodies.ts';
import { Sender } from './sender.ts';
import type { Target } from './sender.ts';

/** How long reads took while somebody wrote. */
export interface ReadTimes {
  /** Milliseconds from asking until the answer was whole, ascending, by what was asked. */
  readonly taken: ReadonlyMap<string, readonly number[]>;
  /** What was written meanwhile, in observations a second. */
  readonly written: number;
}

/** What a home dashboard asks, one after the other. */
const AGGREGATES = DASHBOARD_QUERIES.filter(({ name }) => !name.includes('metadata'));

/**
 * Reads pages, traces and sums, one after the other, while a writer keeps its pace. Both are of one process, so a read
 * may wait for the writer's own work; that counts as the collector's.
 */
export async function readWhileWriting(
  seconds: number,
  perSecond: number,
  target: Target,
  bodies: Iterator<Uint8Array>,
): Promise<ReadTimes> {
  const [writer, reader] = [new Sender(target, 4), new Sender(target, 1)];
  const end = performance.now() + seconds * 1000;
  const taken = new Map<string, number[]>();
  const time = async (name: string, method: string, args: unknown) => {
    const begun = performance.now();
    const answer = await reader.ask(method, args);
    const times = taken.get(name) ?? [];
    times.push(performance.now() - begun);
    taken.set(name, times);
    return answer;
  };
  const [written] = await Promise.all([
    writeAtPace(end, perSecond, writer, bodies),
    (async () => {
      const random = seededRandom(3);
      for (let count = 0; performance.now() < end; count += 1) {
        const page = await time('page', 'listTraces', { limit: 50 });
        const { value } = JSON.parse(page.toString()) as { value: { items: readonly { id: string }[] } };
        const { id = '' } = value.items[Math.floor(random() * value.items.length)] ?? {};
        await time('trace', 'readTrace', { traceId: id });
        await time('aggregate', 'aggregate', AGGREGATES[count % AGGREGATES.length]?.query);
        await sleep(20);
      }
    })(),
  ]);
  writer.close();
  reader.close();
  for (const times of taken.values()) times.sort((a, b) => a - b);
  return { taken, written };
}

/** Sends a body whenever it is due, until the end. Answers how many observations a second were confirmed. */
export async function writeAtPace(
  end: number,
  perSecond: number,
  sender: Sender,
  bodies: Iterator<Uint8Array>,
): Promise<number> {
  const begun = performance.now();
  const pause = (OBSERVATIONS_PER_BODY / perSecond) * 1000;
  let confirmed = 0;
  const underway = new Set<Promise<void>>();
  for (let due = begun; due < end; due += pause) {
    await sleep(Math.max(0, due - performance.now()));
    const sending = sender.export(bodies.next().value as Uint8Array).then(() => {
      confirmed += OBSERVATIONS_PER_BODY;
      underway.delete(sending);
      return undefined;
    });
    underway.add(sending);
    if (underway.size > 16) await Promise.race(underway);
  }
  await Promise.all(underway);
  return confirmed / ((performance.now() - begun) / 1000);
}
