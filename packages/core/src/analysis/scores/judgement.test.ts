import { describe, expect, it } from 'vitest';
import { mergeScore } from '../../merge/merge-score.ts';
import { readScore } from '../../merge/read-score.ts';
import { judgementPatch } from './judgement-patch.ts';
import { checkScoreValue, readScoreConfig } from './score-config.ts';
import type { ScoreConfig } from './score-config.ts';

function configOf(body: object): ScoreConfig {
  const { config } = readScoreConfig({ name: 'quality', ...body });
  if (!config) throw new Error('The config of this test is wrong.');
  return config;
}

describe('a judgement', () => {
  const thumbs = { traceId: 't', name: 'helpful', dataType: 'BOOLEAN', source: 'API' } as const;

  it('is replaced when the same person changes their mind, whichever arrives first', () => {
    const before = judgementPatch({ ...thumbs, value: 1, author: 'ada' }, 1000);
    const after = judgementPatch({ ...thumbs, value: 0, author: 'ada', comment: 'It was not.' }, 2000);
    expect(after.id).toBe(before.id);
    const record = readScore(after.id, mergeScore(mergeScore(undefined, after), before));
    expect(record).toMatchObject({ value: 0, comment: 'It was not.', timestamp: 1000 });
  });

  it('stands beside those of others, of other things and of other names', () => {
    const ids = [
      judgementPatch({ ...thumbs, value: 1 }, 0),
      judgementPatch({ ...thumbs, value: 1, author: 'ada' }, 0),
      judgementPatch({ ...thumbs, value: 1, author: 'grace' }, 0),
      judgementPatch({ ...thumbs, value: 1, observationId: 'o' }, 0),
      judgementPatch({ ...thumbs, value: 1, name: 'polite' }, 0),
      judgementPatch({ ...thumbs, value: 1, traceId: null, sessionId: 't' }, 0),
    ].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('a score config', () => {
  it('is read as Langfuse writes it', () => {
    const categories = [
      { label: 'good', value: 1 },
      { label: 'bad', value: 0 },
    ];
    expect(configOf({ dataType: 'CATEGORICAL', categories }).categories).toEqual(['good', 'bad']);
    expect(configOf({ dataType: 'NUMERIC', minValue: 0, maxValue: 5 })).toMatchObject({
      minValue: 0,
      maxValue: 5,
    });
  });

  it('says all that is wrong with it', () => {
    const read = readScoreConfig({
      name: 'a/b',
      dataType: 'STARS',
      minValue: 5,
      maxValue: 1,
      categories: ['x', 'x'],
    });
    expect(read).toMatchObject({ config: null, problems: { length: 4 } });
    expect(readScoreConfig([])).toMatchObject({ config: null });
    expect(readScoreConfig({ name: 'n', dataType: 'CATEGORICAL' })).toMatchObject({
      problems: { length: 1 },
    });
  });

  it.each([
    [{ dataType: 'NUMERIC', minValue: 0, maxValue: 1 }, 0.5, null],
    [{ dataType: 'NUMERIC', minValue: 0, maxValue: 1 }, -0.1, 'too-small'],
    [{ dataType: 'NUMERIC', minValue: 0, maxValue: 1 }, 1.1, 'too-large'],
    [{ dataType: 'NUMERIC' }, Number.NaN, 'not-a-number'],
    [{ dataType: 'BOOLEAN' }, 1, null],
    [{ dataType: 'BOOLEAN' }, 2, 'not-a-number'],
    [{ dataType: 'CATEGORICAL', categories: ['good'] }, 'good', null],
    [{ dataType: 'CATEGORICAL', categories: ['good'] }, 'Good', 'unknown-category'],
    [{ dataType: 'TEXT' }, 'x'.repeat(501), 'too-long'],
    [{ dataType: 'TEXT' }, '', 'missing'],
    [{ dataType: 'NUMERIC' }, null, 'missing'],
  ] as const)('%j takes %j or says why not: %s', (body, value, problem) => {
    expect(checkScoreValue(configOf(body), value)).toBe(problem);
  });
});
