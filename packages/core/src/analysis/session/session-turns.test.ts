import fc from 'fast-check';
import { expect, it } from 'vitest';
import { referenceStore } from '../../index.ts';
import type { Score } from '../../model/score.ts';
import type { Trace } from '../../model/trace.ts';
import { generateTraffic } from '../../testing/traffic/generate-traffic.ts';
import { findTurns } from './find-turns.ts';
import { sessionTotals } from './session-totals.ts';
import { IDLE_GAP } from './session-turn.ts';
import { sessionTurns } from './session-turns.ts';

const MINUTE = 60_000;

function traceOf(fields: Partial<Trace> & Pick<Trace, 'id' | 'startTime'>): Trace {
  return {
    name: 'chat',
    timestamp: fields.startTime,
    endTime: fields.startTime + 2000,
    latency: 2000,
    userId: 'ada',
    sessionId: 's',
    environment: 'production',
    release: null,
    version: null,
    tags: [],
    public: false,
    isVirtual: false,
    sampleRate: null,
    level: 'DEFAULT',
    levelCounts: { DEBUG: 0, DEFAULT: 1, WARNING: 0, ERROR: 0 },
    observationCount: 1,
    usage: {},
    cost: {},
    ...fields,
  };
}

function scoreOf(fields: Partial<Score> & Pick<Score, 'id'>): Score {
  return {
    name: 'thumbs',
    value: 1,
    dataType: 'BOOLEAN',
    source: 'API',
    traceId: null,
    observationId: null,
    sessionId: null,
    datasetRunId: null,
    comment: null,
    configId: null,
    authorId: null,
    metadata: {},
    environment: 'production',
    timestamp: 0,
    ...fields,
  };
}

it('puts turns in the order of their starts, each once', () => {
  const a = traceOf({ id: 'a', startTime: 2000 });
  const b = traceOf({ id: 'b', startTime: 1000 });

  expect(sessionTurns([a, b, a]).map(({ trace, index }) => [trace.id, index])).toEqual([
    ['b', 0],
    ['a', 1],
  ]);
});

it('says how long nothing had happened, from five minutes on', () => {
  const turns = sessionTurns([
    traceOf({ id: 'a', startTime: 0, endTime: 20 * MINUTE }),
    traceOf({ id: 'b', startTime: MINUTE, endTime: 2 * MINUTE }),
    traceOf({ id: 'c', startTime: 21 * MINUTE, endTime: null }),
    traceOf({ id: 'd', startTime: 26 * MINUTE }),
    traceOf({ id: 'e', startTime: 40 * MINUTE }),
  ]);

  // The second began while the first still ran; the fourth came five minutes after the third began.
  expect(turns.map(({ idle }) => idle)).toEqual([null, null, null, 5 * MINUTE, 14 * MINUTE - 2000]);
});

it('marks a user who becomes known, a release, and a version of the same name only', () => {
  const turns = sessionTurns([
    traceOf({ id: 'a', startTime: 0, userId: null, version: '7', release: 'r1' }),
    traceOf({ id: 'b', startTime: 1, userId: 'ada', name: 'guard', version: '2', release: 'r1' }),
    traceOf({ id: 'c', startTime: 2, version: '7', release: 'r1' }),
    traceOf({ id: 'd', startTime: 3, version: '8', release: 'r2', environment: 'staging' }),
  ]);

  expect(turns.map(({ changes }) => changes)).toEqual([
    [],
    [{ field: 'user', from: null, to: 'ada' }],
    [],
    [
      { field: 'environment', from: 'production', to: 'staging' },
      { field: 'release', from: 'r1', to: 'r2' },
      { field: 'version', from: '7', to: '8' },
    ],
  ]);
});

it('gives every score to the turn it judges, by time', () => {
  const [turn] = sessionTurns(
    [traceOf({ id: 'a', startTime: 0 })],
    [
      scoreOf({ id: '2', traceId: 'a', timestamp: 9 }),
      scoreOf({ id: '1', traceId: 'a', observationId: 'o', timestamp: 5 }),
      scoreOf({ id: '3', sessionId: 's' }),
      scoreOf({ id: '4', traceId: 'other' }),
    ],
  );

  expect(turn?.scores.map(({ id }) => id)).toEqual(['1', '2']);
});

it('finds turns by what is known of them and by what was found in their payloads', () => {
  const turns = sessionTurns(
    [
      traceOf({ id: 'a', startTime: 0, name: 'Refund' }),
      traceOf({ id: 'b', startTime: 1, tags: ['vip'] }),
      traceOf({ id: 'c', startTime: 2 }),
    ],
    [scoreOf({ id: '1', traceId: 'c', comment: 'No refund came' })],
  );

  expect(findTurns(turns, ' REFUND ', new Set())).toEqual([0, 2]);
  expect(findTurns(turns, 'vip', new Set(['a']))).toEqual([0, 1]);
  expect(findTurns(turns, '  ', new Set(['a']))).toEqual([]);
});

it('leaves out nothing and invents nothing, whatever the traces', () => {
  const trace = fc
    .record({
      id: fc.integer({ min: 0, max: 30 }).map(String),
      startTime: fc.integer({ min: 0, max: 100 * MINUTE }),
      length: fc.option(fc.integer({ min: 0, max: 20 * MINUTE })),
      userId: fc.constantFrom(null, 'ada', 'eve'),
    })
    .map(({ length, ...fields }) =>
      traceOf({ ...fields, endTime: length === null ? null : fields.startTime + length }),
    );
  fc.assert(
    fc.property(fc.array(trace), (traces) => {
      const turns = sessionTurns(traces);
      expect(new Set(turns.map((turn) => turn.trace.id))).toEqual(new Set(traces.map(({ id }) => id)));
      for (const [place, turn] of turns.entries()) {
        const earlier = turns.slice(0, place).map((one) => one.trace.endTime ?? one.trace.startTime);
        const silence = earlier.length === 0 ? 0 : turn.trace.startTime - Math.max(...earlier);
        expect(turn.idle).toBe(silence >= IDLE_GAP ? silence : null);
        const switched = place > 0 && turns[place - 1]?.trace.userId !== turn.trace.userId;
        expect(turn.changes.some(({ field }) => field === 'user')).toBe(switched);
      }
    }),
  );
});

it('comes to the same totals as the store says of the session', async () => {
  const store = referenceStore();
  for (const batch of generateTraffic({ seed: 3, days: 2, tracesPerDay: 60 }))
    await store.traces.write(batch);
  const sessions = (await store.traces.listSessions({ limit: 1000 })).items;
  expect(sessions.length).toBeGreaterThan(20);

  for (const session of sessions) {
    const filter = { field: 'sessionId', op: '=' as const, value: session.id };
    const order = { field: 'startTime', direction: 'asc' as const };
    const { items } = await store.traces.listTraces({ filter, order, limit: 1000 });
    const totals = sessionTotals(sessionTurns(items).map(({ trace }) => trace));
    expect(totals).toMatchObject({
      startTime: session.startTime,
      endTime: session.endTime,
      traceCount: session.traceCount,
      cost: session.cost['total'] ?? null,
    });
    expect(totals?.userIds.toSorted()).toEqual(session.userIds);
    expect(totals?.environments[0]).toBe(session.environment);
    expect(totals?.errorCount).toBe(items.filter(({ level }) => level === 'ERROR').length);
  }
  expect(sessionTotals([])).toBeNull();
});
