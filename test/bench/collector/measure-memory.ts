import { Sender } from './sender.ts';
import { writeAtPace } from './measure-reads.ts';
import type { Served } from './served.ts';

export interface MemoryOverTime {
  /** What the process held at the end of each minute, in bytes. */
  readonly perMinute: readonly number[];
  /** From the first of these to the last, as a share of the first. */
  readonly growth: number;
}

/** Writes at a pace for minutes and watches what the process holds. */
export async function watchMemory(
  minutes: number,
  perSecond: number,
  server: Served,
  bodies: Iterator<Uint8Array>,
): Promise<MemoryOverTime> {
  const sender = new Sender(server, 4);
  const perMinute: number[] = [];
  for (let minute = 0; minute < minutes; minute += 1) {
    await writeAtPace(performance.now() + 60_000, perSecond, sender, bodies);
    perMinute.push(server.rss());
  }
  sender.close();
  const [first = 0] = perMinute;
  return { perMinute, growth: (perMinute.at(-1) ?? 0) / first - 1 };
}
