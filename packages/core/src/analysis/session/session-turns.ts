import type { Score } from '../../model/score.ts';
import type { Trace } from '../../model/trace.ts';
import { summarizeUsage } from '../usage/summarize-usage.ts';
import { totalCost } from '../usage/total-cost.ts';
import { IDLE_GAP } from './session-turn.ts';
import type { SessionTurn, TurnChange } from './session-turn.ts';

/**
 * The traces of a session as its turns, by start, ties by id; a trace that was read twice is one turn.
 *
 * A gap is the time since everything before had ended, so turns that overlap leave none. Users, environments and
 * releases are compared with the turn before; a version is one of whatever bears the name, so it is compared with the
 * turn before of that name: two services that answer in turns are no change.
 *
 * ```
 *   chat   |===  v7             user ada
 *   guard    |=  v2
 *   chat         |===  v8       version v7 → v8
 *   chat                              |==  idle 12 min, user ada → eve
 * ```
 *
 * @param scores - of any traces, in any order; those of the session as a whole belong to no turn.
 */
export function sessionTurns(traces: readonly Trace[], scores: readonly Score[] = []): SessionTurn[] {
  const scoresOf = new Map<string, Score[]>();
  for (const score of scores) {
    if (score.traceId === null) continue;
    const list = scoresOf.get(score.traceId);
    if (list) list.push(score);
    else scoresOf.set(score.traceId, [score]);
  }
  for (const list of scoresOf.values()) list.sort((a, b) => a.timestamp - b.timestamp || byId(a, b));

  const unique = [...new Map(traces.map((trace) => [trace.id, trace])).values()];
  const ordered = unique.toSorted((a, b) => a.startTime - b.startTime || byId(a, b));
  const versions = new Map<string | null, string | null>();
  let latest = Number.POSITIVE_INFINITY;
  return ordered.map((trace, index) => {
    const silence = trace.startTime - latest;
    const ended = trace.endTime ?? trace.startTime;
    latest = index === 0 ? ended : Math.max(latest, ended);
    return {
      trace,
      index,
      idle: silence >= IDLE_GAP ? silence : null,
      changes: changesOf(ordered[index - 1], trace, versions),
      scores: scoresOf.get(trace.id) ?? [],
      tokens: summarizeUsage(trace.usage).total,
      cost: totalCost(trace.cost),
    };
  });
}

function changesOf(
  before: Trace | undefined,
  trace: Trace,
  versions: Map<string | null, string | null>,
): TurnChange[] {
  const changes: TurnChange[] = [];
  const compare = (field: TurnChange['field'], from: string | null, to: string | null) => {
    if (from !== to) changes.push({ field, from, to });
  };
  if (before) {
    compare('user', before.userId, trace.userId);
    compare('environment', before.environment, trace.environment);
    compare('release', before.release, trace.release);
  }
  if (versions.has(trace.name)) compare('version', versions.get(trace.name) ?? null, trace.version);
  versions.set(trace.name, trace.version);
  return changes;
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
