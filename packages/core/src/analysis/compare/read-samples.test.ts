import { describe, expect, it } from 'vitest';
import { referenceStore } from '../../store/reference-store.ts';
import { seededRandom } from '../../testing/seeded-random.ts';
import { percentile } from '../../query/aggregate/percentile.ts';
import { percentileRanks } from './percentile-ranks.ts';
import { readSamples } from './read-samples.ts';
import { meanSample, rankInterval } from './sample.ts';

/** Traces whose latencies have a long tail: most of a second, some of a minute. */
async function storeOf(latencies: readonly number[]) {
  const store = referenceStore();
  await store.traces.write(
    latencies.map((latency, index) => ({
      kind: 'observation' as const,
      at: 0,
      traceId: `t${index}`,
      id: `o${index}`,
      startTime: 1000,
      endTime: 1000 + latency,
    })),
  );
  return store.traces;
}

function latenciesOf(count: number, seed: number): number[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, () => Math.round(400 * Math.exp(-0.8 * Math.log(1 - random()))));
}

const query = { view: 'traces', fields: ['latency'], percentiles: [0.5, 0.95] } as const;

describe('a sample of a store', () => {
  it('is exact where its values are few enough to be listed', async () => {
    const values = latenciesOf(1500, 3);
    const [sample] = await readSamples(await storeOf(values), query);
    const sorted = values.toSorted((a, b) => a - b);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;

    expect(sample).toMatchObject({
      count: 1500,
      p50: percentile(sorted, 0.5),
      p95: percentile(sorted, 0.95),
    });
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 1499;
    expect((sample ? (meanSample(sample)?.variance ?? 0) : 0) / variance).toBeCloseTo(1, 9);
    const ranks = percentileRanks(1500, 0.95) ?? { low: 0, high: 0 };
    expect(sample && rankInterval(sample, ranks)).toEqual({
      low: sorted[ranks.low - 1],
      high: sorted[ranks.high - 1],
    });
  });

  it('comes of histograms where they are more, with ranges that hold the exact ones and are hardly wider', async () => {
    const values = latenciesOf(4000, 4);
    const [sample] = await readSamples(await storeOf(values), query);
    if (!sample) throw new Error('There is no sample.');
    const sorted = values.toSorted((a, b) => a - b);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 3999;

    expect(sample.count).toBe(4000);
    expect(sample.bins.length).toBeLessThan(2000);
    expect(sample.bins.reduce((sum, { count }) => sum + count, 0)).toBe(4000);
    expect(sample).toMatchObject({ p50: percentile(sorted, 0.5), p95: percentile(sorted, 0.95) });
    expect(sample.mean).toBeCloseTo(mean, 6);
    expect(meanSample(sample)?.variance).toBeGreaterThanOrEqual(variance);
    expect(meanSample(sample)?.variance).toBeLessThan(variance * 1.05);
    for (const share of [0.5, 0.95]) {
      const ranks = percentileRanks(4000, share) ?? { low: 0, high: 0 };
      const low = sorted[ranks.low - 1] ?? 0;
      const high = sorted[ranks.high - 1] ?? 0;
      const around = rankInterval(sample, ranks) ?? { low: 0, high: 0 };
      expect(around.low).toBeLessThanOrEqual(low);
      expect(around.high).toBeGreaterThanOrEqual(high);
      expect(around.low).toBeGreaterThan(low * 0.997);
      expect(around.high).toBeLessThan(high * 1.003);
    }
  });

  it('is empty where no record has a value', async () => {
    const store = referenceStore();
    await store.traces.write([{ kind: 'trace', at: 0, id: 't', isRecord: true }]);
    expect(await readSamples(store.traces, query)).toEqual([
      { count: 0, mean: null, p50: null, p95: null, bins: [] },
    ]);
  });
});
