import type { Patch } from '../../model/patch.ts';
import type { EpochMs } from '../../model/units.ts';
import { Dice, hexWord, scatter } from './dice.ts';
import { planDay } from './plan-day.ts';
import { recordTurn } from './record-turn.ts';
import { releaseAt } from './releases.ts';
import { busyDays } from './rhythm.ts';

export interface TrafficOptions {
  /** The same seed makes the same patches. Default 1. */
  readonly seed?: number | undefined;
  /** Length of the traffic. Default 14. */
  readonly days?: number | undefined;
  /** On average: weekends are quieter. A trace has about 20 observations. Default 200. */
  readonly tracesPerDay?: number | undefined;
  /** Nothing happens later. Default 2026-11-23T12:00:00Z, a Monday. */
  readonly until?: EpochMs | undefined;
  /** How many of the last days run a release that is slower and dearer in production. 0 for none. Default a third of `days`. */
  readonly regressedDays?: number | undefined;
  /** How many customers the company's shops have. Default one for twelve traces, at least 20. */
  readonly customers?: number | undefined;
  /** Most patches of a batch. Default 1,000. */
  readonly batchSize?: number | undefined;
}

/**
 * What a company sends that sells an assistant to online shops: chats over several turns, answers from a help centre,
 * agents with tools, LangGraph runs that branch, loop and wait for people, calls, nightly jobs; with failures, feedback
 * and a release that makes things worse. Two languages, nine shops, three environments.
 *
 * Batches come day by day, the conversations of a day in the order of their turns; only a day's plan is held in memory.
 * There are exactly `days * tracesPerDay` traces.
 *
 * @example
 * for (const batch of generateTraffic({ seed: 7, days: 7 })) await store.traces.write(batch);
 *
 * @throws RangeError - a count is below 0 (`batchSize`: below 1) or no number.
 */
export function* generateTraffic(options: TrafficOptions = {}): Generator<Patch[]> {
  const {
    seed = 1,
    days = 14,
    tracesPerDay = 200,
    until = Date.UTC(2026, 10, 23, 12),
    batchSize = 1000,
  } = options;
  const { regressedDays = Math.floor(days / 3) } = options;
  const { customers = Math.max(20, Math.round((days * tracesPerDay) / 12)) } = options;
  const counts = { days, tracesPerDay, regressedDays, customers, batchSize };
  for (const [name, count] of Object.entries(counts)) checkCount(name, count, name === 'batchSize' ? 1 : 0);
  let batch: Patch[] = [];
  let ordinal = 0;
  for (const [number, day] of busyDays({ days, tracesPerDay, until }).entries()) {
    const turns = planDay({ seed: scatter(scatter(seed) + number), day, until, customers });
    for (const { kind, conversation, index, startTime } of turns) {
      ordinal += 1;
      // Scattering is one to one: no two traces begin with the same seed, or have the same id.
      const turnSeed = scatter(scatter(seed) ^ ordinal);
      const ids = new Dice(~turnSeed);
      const traceId = hexWord(turnSeed) + ids.hex() + ids.hex() + ids.hex();
      const turn = { traceId, seed: turnSeed, startTime, conversation, index };
      const release = releaseAt(startTime, conversation.environment, { until, regressedDays });
      for (const patch of recordTurn(kind, turn, release)) {
        batch.push(patch);
        if (batch.length < batchSize) continue;
        yield batch;
        batch = [];
      }
    }
  }
  if (batch.length > 0) yield batch;
}

function checkCount(name: string, count: number, least: number): void {
  if (Number.isFinite(count) && count >= least) return;
  throw new RangeError(
    `${name} is ${count}, so no traffic can be generated. Give a number of at least ${least}, or leave it away for the default.`,
  );
}
