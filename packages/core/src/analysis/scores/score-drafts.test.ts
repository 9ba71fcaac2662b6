import { expect, it } from 'vitest';
import { referenceStore } from '../../store/reference-store.ts';
import { checkScoreDrafts, readScoreDrafts } from './score-drafts.ts';
import type { ScoreDrafts } from './score-drafts.ts';
import { readScoreConfig } from './score-config.ts';
import type { ScoreConfig } from './score-config.ts';

const configs = [
  { name: 'correct', dataType: 'BOOLEAN' },
  { name: 'stars', dataType: 'NUMERIC', minValue: 1, maxValue: 5 },
  { name: 'tone', dataType: 'CATEGORICAL', categories: ['kind', 'cold'] },
].flatMap((body): ScoreConfig[] => {
  const { config } = readScoreConfig(body);
  return config ? [config] : [];
});
const judge = { traceId: 't', author: 'ada' };
const nothing = readScoreDrafts(configs, [], judge);

/** Saves drafts as a form does, and reads back what the next form begins with. */
async function save(now: ScoreDrafts) {
  const { traces } = referenceStore();
  const { patches } = checkScoreDrafts(configs, { before: nothing, now }, judge, 1000);
  await traces.write(patches);
  const { items } = await traces.listScores();
  return { items, drafts: (who: typeof judge) => readScoreDrafts(configs, items, who) };
}

it('goes on from what the same person said, and from nothing for another', async () => {
  const now = {
    ...nothing,
    correct: { value: 0, comment: 'wrong year' },
    tone: { value: 'kind', comment: '' },
  };
  const { drafts } = await save(now);

  expect(drafts(judge)).toEqual(now);
  expect(drafts({ ...judge, author: 'grace' })).toEqual(nothing);
  expect(drafts({ ...judge, traceId: 'other' })).toEqual(nothing);
});

it('saves as annotations, each by its config', async () => {
  const { items } = await save({ ...nothing, stars: { value: 4, comment: ' good ' } });
  expect(items).toMatchObject([
    {
      name: 'stars',
      value: 4,
      dataType: 'NUMERIC',
      source: 'ANNOTATION',
      configId: 'stars',
      comment: 'good',
    },
  ]);
});

it('saves what keeps its rules, names what breaks them, and leaves alone what did not change', () => {
  const now = {
    ...nothing,
    correct: { value: 1, comment: '' },
    stars: { value: 9, comment: '' },
    tone: { value: null, comment: 'hm' },
  };
  const { patches, problems } = checkScoreDrafts(configs, { before: nothing, now }, judge, 0);
  expect(patches.map(({ name }) => name)).toEqual(['correct']);
  expect(problems).toEqual({ stars: 'too-large', tone: 'missing' });
  expect(checkScoreDrafts(configs, { before: now, now }, judge, 0)).toEqual({ patches: [], problems: {} });
});
