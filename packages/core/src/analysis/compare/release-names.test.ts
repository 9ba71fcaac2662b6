import { expect, it } from 'vitest';
import { trafficContents } from '../../conformance/traffic-contents.ts';
import { answerAggregate } from '../../query/aggregate/answer-aggregate.ts';
import { generateTraffic } from '../../testing/traffic/generate-traffic.ts';
import { chooseReleases, readReleaseNames, releaseNamesQuery } from './release-names.ts';

const contents = trafficContents([...generateTraffic({ seed: 4, days: 6, tracesPerDay: 30 })].flat());

it('lists releases from the newest on, with how often they ran', () => {
  const names = readReleaseNames(answerAggregate(contents, releaseNamesQuery({}, 'release')));
  expect(names.length).toBeGreaterThan(2);
  expect(names.map(({ firstSeen }) => firstSeen)).toEqual(
    names.map(({ firstSeen }) => firstSeen).toSorted((a, b) => b - a),
  );
  for (const { name, traces, firstSeen } of names) {
    const own = contents.traces.filter(({ structure }) => structure.trace.release === name);
    expect(traces).toBe(own.length);
    expect(firstSeen).toBe(Math.min(...own.map(({ structure }) => structure.trace.startTime)));
  }
});

it('chooses the newest that ran often, and the one before it', () => {
  const name = (text: string, traces: number) => ({ name: text, traces, firstSeen: 0 });
  expect(chooseReleases([name('d', 3), name('c', 90), name('b', 40), name('a', 900)])).toEqual({
    candidate: 'c',
    baseline: 'b',
  });
  expect(chooseReleases([name('b', 3), name('a', 90)])).toEqual({ candidate: 'b', baseline: 'a' });
  expect(chooseReleases([name('a', 90)])).toEqual({ candidate: 'a', baseline: null });
  expect(chooseReleases([])).toEqual({ candidate: null, baseline: null });
});
