import { expect, test } from 'vitest';
import { CURATED_DASHBOARDS } from '@oriel/core';
import { en, zhCN } from '@oriel/dashboard';
import { readTexts } from './read-texts.ts';
import { textReader } from './used-keys.ts';

/** Titles of curated widgets are English in the widget itself; other languages name them by id. */
const isWidgetTitle = (path: readonly string[]) => path.slice(0, 3).join() === 'panels,dashboard,widgets';
const english = readTexts(en);
const chinese = readTexts(zhCN);
const names = (texts: typeof english) => texts.map(({ path }) => path.join(' → ')).toSorted();

test('every text of the panels and of the dashboard is there in English and in Chinese, and no other', () => {
  expect(names(chinese.filter(({ path }) => !isWidgetTitle(path)))).toEqual(names(english));
});

test('every curated widget has a title in Chinese, and no other has', () => {
  const ids = Object.values(CURATED_DASHBOARDS).flatMap(({ widgets }) => widgets.map(({ id }) => id));
  const titled = chinese.filter(({ path }) => isWidgetTitle(path)).map(({ path }) => path.at(-1));
  expect(new Set(titled)).toEqual(new Set(ids));
});

test('no text is empty', () => {
  expect(names([...english, ...chinese].filter(({ text }) => text === ''))).toEqual([]);
});

test('every text is shown by some code', () => {
  const isRead = textReader();
  expect(names(english.filter(({ path }) => !isRead(path)))).toEqual([]);
});

test('a Chinese text is English only where it is a sign, a format or a measure', () => {
  const originals = new Map(english.map(({ path, text }) => [path.join(), text]));
  const left = chinese.filter(
    ({ path, text }) =>
      typeof text === 'string' &&
      text === originals.get(path.join()) &&
      !/^(?:[—–]|p\d+|API|CSV|ID|JSON|JSON Lines|Markdown)$/.test(text),
  );
  expect(names(left)).toEqual([]);
});
