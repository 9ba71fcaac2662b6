import fc from 'fast-check';
import { expect, it } from 'vitest';
import { referenceStore } from '../../index.ts';
import type { AggregateQuery, Filter, Score, Trace } from '../../index.ts';
import { generateTraffic } from '../../testing/traffic/generate-traffic.ts';
import { mergeUsers } from './merge-users.ts';
import { indexAliases } from './user-aliases.ts';
import { countUserSessions, scoreMeansOf, trendsOf } from './user-answers.ts';

it('finds the known id through aliases of aliases, and out of circles', () => {
  const index = indexAliases({ a: 'b', b: 'ada', x: 'y', y: 'z', z: 'x', self: 'self' });

  expect(['a', 'b', 'ada', 'x', 'z', 'self', 'eve'].map(index.knownId)).toEqual([
    'ada',
    'ada',
    'ada',
    'x',
    'x',
    'self',
    'eve',
  ]);
  expect(index.idsOf('b')).toEqual(['ada', 'a', 'b']);
  expect(index.idsOf('eve')).toEqual(['eve']);
});

it('knows every id by exactly one, whatever the aliases', () => {
  const id = fc.constantFrom('a', 'b', 'c', 'd', 'e');
  fc.assert(
    fc.property(fc.dictionary(id, id), id, (aliases, one) => {
      const index = indexAliases(aliases);
      const known = index.knownId(one);
      expect(index.knownId(known)).toBe(known);
      expect(index.idsOf(one)).toContain(one);
      for (const other of index.idsOf(one)) expect(index.knownId(other)).toBe(known);
    }),
  );
});

/** Traffic in which every third user was somebody else before. */
async function traffic(seed: number) {
  const store = referenceStore();
  for (const batch of generateTraffic({ seed, days: 3, tracesPerDay: 50 })) await store.traces.write(batch);
  const { items: traces } = await store.traces.listTraces({ limit: 1000 });
  const { items: users } = await store.traces.listUsers({ limit: 1000 });
  const { items: scores } = await store.traces.listScores({ limit: 1000 });
  // Of the first session with two traces, one belongs to somebody who was not yet known.
  const twice = traces.find(
    (trace) =>
      traces.filter((other) => other.sessionId !== null && other.sessionId === trace.sessionId).length > 1,
  );
  const patch = { kind: 'trace' as const, id: twice?.id ?? '', at: 9e12, userId: 'anonymous' };
  await store.traces.write([patch]);
  const aliases: Record<string, string> = { anonymous: twice?.userId ?? '' };
  for (const [place, user] of users.entries()) {
    const next = users[place + 1];
    if (place % 3 === 0 && next && next.id !== twice?.userId) aliases[next.id] = user.id;
  }
  return { store, index: indexAliases(aliases), scores };
}

async function tracesOf(store: Awaited<ReturnType<typeof traffic>>['store'], filter?: Filter) {
  return (await store.traces.listTraces({ limit: 1000, ...(filter && { filter }) })).items;
}

it.each([1, 2, 3])('merges users to what a recount of their traces says (seed %i)', async (seed) => {
  const { store, index } = await traffic(seed);
  const { items: users } = await store.traces.listUsers({ limit: 1000 });
  const merged = mergeUsers(users, index);
  const traces = await tracesOf(store);
  const sessions = countUserSessions(
    await store.traces.aggregate({
      view: 'traces',
      measures: [{ aggregate: 'count' }],
      dimensions: ['userId', 'sessionId'],
      limit: 1000,
    }),
    index,
  );

  expect(merged.length).toBeLessThan(users.length);
  expect(merged.some((user) => sessions?.get(user.id) !== user.sessionCount)).toBe(true);
  for (const user of merged) {
    const own = traces.filter(({ userId }) => userId !== null && index.knownId(userId) === user.id);
    const costs = own.flatMap(({ cost }) => (cost['total'] === undefined ? [] : [cost['total']]));
    expect(user).toMatchObject({
      traceCount: own.length,
      errorCount: own.filter(({ level }) => level === 'ERROR').length,
      firstSeen: Math.min(...own.map(({ startTime }) => startTime)),
      lastSeen: Math.max(...own.map(({ startTime, endTime }) => endTime ?? startTime)),
    });
    expect(user.totalCost ?? 0).toBeCloseTo(
      costs.reduce((a, b) => a + b, 0),
      9,
    );
    expect(new Set(own.map(({ userId }) => userId))).toEqual(new Set(user.ids));
    expect(sessions?.get(user.id) ?? 0).toBe(distinctSessions(own));
    expect(user.sessionCount).toBeGreaterThanOrEqual(distinctSessions(own));
    expect(user.isSessionCountExact).toBe(user.ids.length === 1);
  }
});

function distinctSessions(traces: readonly Trace[]): number {
  return new Set(traces.flatMap(({ sessionId }) => (sessionId === null ? [] : [sessionId]))).size;
}

it('does not count sessions of an answer that leaves some out', () => {
  const row = { group: ['ada', 's'], isRest: false, bucket: null, values: [1] };

  expect(countUserSessions({ rows: [row], groupCount: 2 }, indexAliases({}))).toBeNull();
  expect(countUserSessions({ rows: [row], groupCount: 1 }, indexAliases({}))?.get('ada')).toBe(1);
});

it('puts every trace into the trend of its user once, in the order of time', async () => {
  const { store, index } = await traffic(4);
  const query: AggregateQuery = {
    view: 'traces',
    measures: [{ aggregate: 'count' }],
    dimensions: ['userId'],
    timeBucket: { unit: 'hour', timeZone: 'Europe/Vienna' },
    limit: 1000,
  };
  const time = { from: null, to: null, unit: 'hour' as const };
  const trends = trendsOf(await store.traces.aggregate(query), index.knownId, time, 24);
  const traces = await tracesOf(store);

  for (const [userId, { counts, from, to }] of trends) {
    const own = traces.filter((trace) => trace.userId !== null && index.knownId(trace.userId) === userId);
    expect(counts.reduce((a, b) => a + b, 0)).toBe(own.length);
    const expected = Array.from({ length: 24 }, () => 0);
    for (const { startTime } of own) {
      const bucket = Math.floor(startTime / 3_600_000) * 3_600_000;
      const place = Math.min(23, Math.floor(((bucket - from) / (to - from)) * 24));
      expected[place] = (expected[place] ?? 0) + 1;
    }
    expect(counts).toEqual(expected);
  }
});

it('gives every day its own stretch, also those of 23 and 25 hours', async () => {
  const store = referenceStore();
  const days = Array.from({ length: 20 }, (_, day) => Date.UTC(2025, 9, 15 + day, 12));
  await store.traces.write(
    days.map((at, day) => ({
      kind: 'trace',
      id: `t${day}`,
      at,
      timestamp: at,
      isRecord: true,
      userId: 'ada',
    })),
  );
  const answer = await store.traces.aggregate({
    view: 'traces',
    measures: [{ aggregate: 'count' }],
    dimensions: ['userId'],
    timeBucket: { unit: 'day', timeZone: 'Europe/Vienna' },
  });
  const trends = trendsOf(answer, (id) => id, { from: null, to: null, unit: 'day' }, 30);

  expect(trends.get('ada')?.counts).toEqual(days.map(() => 1));
});

it('means of scores equal a recount, also over several answers', async () => {
  const { store, index } = await traffic(5);
  const ask = (field: string) =>
    store.traces.aggregate({
      view: 'scores',
      measures: [{ aggregate: 'count' }, { aggregate: 'sum', field: 'value' }],
      dimensions: [field, 'name', 'dataType'],
      limit: 1000,
    });
  const means = scoreMeansOf([await ask('userId')], index.knownId);
  const userOf = new Map((await tracesOf(store)).map(({ id, userId }) => [id, userId]));
  const { items: scores } = await store.traces.listScores({ limit: 1000 });
  const ofUser = (userId: string) => (score: Score) => {
    const owner = userOf.get(score.traceId ?? '') ?? null;
    return owner !== null && index.knownId(owner) === userId;
  };

  expect(means.size).toBeGreaterThan(5);
  for (const [userId, list] of means) {
    for (const { name, dataType, count, mean } of list) {
      const own = scores
        .filter(ofUser(userId))
        .filter((score) => score.name === name && score.dataType === dataType);
      const values = own.flatMap(({ value }) => (typeof value === 'number' ? [value] : []));
      expect(count).toBe(own.length);
      expect(mean === null).toBe(values.length === 0);
      expect(mean ?? 0).toBeCloseTo(values.reduce((a, b) => a + b, 0) / Math.max(1, values.length), 9);
    }
  }
});
