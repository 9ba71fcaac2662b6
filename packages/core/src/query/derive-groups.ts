import { sumAmounts } from '../merge/sum-amounts.ts';
import type { Session } from '../model/session.ts';
import type { Trace } from '../model/trace.ts';
import type { User } from '../model/user.ts';

/** The sessions that traces make, in no order. */
export function deriveSessions(traces: readonly Trace[]): Session[] {
  return [...groupBy(traces, (trace) => trace.sessionId)].map(([id, members]) => ({
    id,
    startTime: earliest(members).startTime,
    endTime: latestMoment(members),
    traceCount: members.length,
    userIds: [...new Set(members.map((trace) => trace.userId).filter((user) => user !== null))].toSorted(),
    environment: earliest(members).environment,
    usage: sumAmounts(members.map((trace) => trace.usage)),
    cost: sumAmounts(members.map((trace) => trace.cost)),
  }));
}

/** The users that traces name, in no order. */
export function deriveUsers(traces: readonly Trace[]): User[] {
  return [...groupBy(traces, (trace) => trace.userId)].map(([id, members]) => ({
    id,
    firstSeen: earliest(members).startTime,
    lastSeen: latestMoment(members),
    traceCount: members.length,
    sessionCount: new Set(members.map((trace) => trace.sessionId).filter((session) => session !== null)).size,
    errorCount: members.filter((trace) => trace.level === 'ERROR').length,
    usage: sumAmounts(members.map((trace) => trace.usage)),
    cost: sumAmounts(members.map((trace) => trace.cost)),
  }));
}

function groupBy(
  traces: readonly Trace[],
  key: (trace: Trace) => string | null,
): Map<string, [Trace, ...Trace[]]> {
  const groups = new Map<string, [Trace, ...Trace[]]>();
  for (const trace of traces) {
    const id = key(trace);
    if (id === null) continue;
    const group = groups.get(id);
    if (group) group.push(trace);
    else groups.set(id, [trace]);
  }
  return groups;
}

/** By start, ties by id, so that the first trace is the same everywhere. */
function earliest([head, ...rest]: readonly [Trace, ...Trace[]]): Trace {
  let best = head;
  for (const trace of rest) {
    if (trace.startTime < best.startTime || (trace.startTime === best.startTime && trace.id < best.id))
      best = trace;
  }
  return best;
}

function latestMoment(traces: readonly Trace[]): number {
  return traces.reduce((latest, trace) => Math.max(latest, trace.endTime ?? trace.startTime), -Infinity);
}
