import { sumAmounts } from '../../merge/sum-amounts.ts';
import type { UserId } from '../../model/ids.ts';
import type { User } from '../../model/user.ts';
import type { Tokens, Usd } from '../../model/units.ts';
import { summarizeUsage } from '../usage/summarize-usage.ts';
import { totalCost } from '../usage/total-cost.ts';
import type { AliasIndex } from './user-aliases.ts';

/** A user under all of their ids. */
export interface MergedUser extends User {
  /** The ids that were seen, the known one first where it was. */
  readonly ids: readonly UserId[];
  /**
   * `false` where several ids were added up: who logs in during a session is in it under two ids, so there may be fewer
   * sessions, but no fewer than of the id that has most ({@link countUserSessions} counts them).
   */
  readonly isSessionCountExact: boolean;
  /** `null` when nothing was reported. */
  readonly tokens: Tokens | null;
  /** `null` when nothing was priced. */
  readonly totalCost: Usd | null;
}

/**
 * Users with their aliases folded in, each where the first of their ids stands. Traces, errors, tokens and costs are
 * sums, first and last moments are the earliest and latest: all exact, as long as every id is among the users.
 */
export function mergeUsers(users: readonly User[], aliases: AliasIndex): MergedUser[] {
  const groups = new Map<UserId, Map<UserId, User>>();
  for (const user of users) {
    const known = aliases.knownId(user.id);
    const group = groups.get(known);
    if (group) group.set(user.id, user);
    else groups.set(known, new Map([[user.id, user]]));
  }
  return [...groups].map(([id, members]) => merge(id, members, aliases));
}

function merge(id: UserId, members: ReadonlyMap<UserId, User>, aliases: AliasIndex): MergedUser {
  const users = [...members.values()];
  const sum = (count: (user: User) => number) => users.reduce((total, user) => total + count(user), 0);
  const usage = sumAmounts(users.map((user) => user.usage));
  const cost = sumAmounts(users.map((user) => user.cost));
  return {
    id,
    ids: aliases.idsOf(id).filter((one) => members.has(one)),
    firstSeen: users.reduce((first, user) => Math.min(first, user.firstSeen), Infinity),
    lastSeen: users.reduce((last, user) => Math.max(last, user.lastSeen), -Infinity),
    traceCount: sum((user) => user.traceCount),
    sessionCount: sum((user) => user.sessionCount),
    isSessionCountExact: users.length === 1,
    errorCount: sum((user) => user.errorCount),
    usage,
    cost,
    tokens: summarizeUsage(usage).total,
    totalCost: totalCost(cost),
  };
}
