import type { EpochMs } from '../../model/units.ts';
import { pickCustomer, pickTenant } from './company.ts';
import type { Customer } from './company.ts';
import { Dice, scatter } from './dice.ts';
import type { Weighted } from './dice.ts';
import { drawSlots } from './fill-slots.ts';
import { HOUR, MINUTE, momentOfDay, momentOfNight } from './rhythm.ts';
import type { BusyDay } from './rhythm.ts';
import type { Conversation } from './run.ts';
import { SCENARIOS } from './scenarios/scenarios.ts';
import type { ScenarioKind } from './scenarios/scenarios.ts';

/** A trace to come, before it has an id. */
export interface PlannedTurn {
  readonly kind: ScenarioKind;
  readonly conversation: Conversation;
  readonly index: number;
  readonly startTime: EpochMs;
}

export interface DayPlan {
  readonly seed: number;
  readonly day: BusyDay;
  /** Nothing may be later. */
  readonly until: EpochMs;
  readonly customers: number;
}

/** Time that the last trace has to come to its end, and its scores to arrive. */
const MARGIN = 15 * MINUTE;
const ENVIRONMENTS: Weighted<{ readonly name: string }> = [
  { name: 'production', weight: 84 },
  { name: 'staging', weight: 11 },
  { name: 'development', weight: 5 },
];

/** Who talks with the product on a day, and when: conversations that begin on it, turn by turn, by time. */
export function planDay({ seed, day, until, customers }: DayPlan): PlannedTurn[] {
  const dice = new Dice(seed);
  const planned: PlannedTurn[] = [];
  while (planned.length < day.traces) {
    const kind = dice.pickWeighted(SCENARIOS);
    const customer = kind.channel === 'job' ? job(dice) : pickCustomer(dice, customers);
    const turns = Math.min(dice.pick(kind.turns), day.traces - planned.length);
    const first =
      kind.channel === 'job' ? momentOfNight(dice, day) : momentOfDay(dice, day, customer.tenant.utcOffset);
    const times = turnTimes(dice, kind, first, turns);
    const tooLate = Math.max(0, (times.at(-1) ?? first) - (until - MARGIN));
    const conversation: Conversation = {
      seed: scatter(seed + planned.length),
      sessionId: kind.channel === 'job' ? null : `conv-${dice.hex()}${dice.hex().slice(0, 4)}`,
      customer,
      environment: dice.pickWeighted(ENVIRONMENTS).name,
      slots: drawSlots(dice, customer, first),
      turns,
    };
    times.forEach((time, index) => planned.push({ kind, conversation, index, startTime: time - tooLate }));
  }
  return planned.toSorted((a, b) => a.startTime - b.startTime);
}

/** People read and type between the turns of a chat; who approves a refund comes hours later. */
function turnTimes(dice: Dice, kind: ScenarioKind, first: EpochMs, turns: number): EpochMs[] {
  const least = kind.name === 'refund-approval' ? 20 * MINUTE : 1.5 * MINUTE;
  const most = kind.name === 'refund-approval' ? 5 * HOUR : 6 * MINUTE;
  let time = first;
  return Array.from({ length: turns }, (_, index) => (time += index === 0 ? 0 : dice.between(least, most)));
}

function job(dice: Dice): Customer {
  return { id: '', name: '', tenant: pickTenant(dice) };
}
