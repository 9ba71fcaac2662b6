import type { Page } from 'playwright';
import { expect } from 'vitest';
import { findPoint } from './chart-point.ts';
import { choose, expectFocus, press, tabTo } from './keyboard.ts';
import { it } from './visit-dashboard.ts';

const chart = (page: Page) => page.getByRole('slider', { name: 'Average scores over time' });
const shown = (page: Page) => page.getByRole('combobox', { name: 'Show' });
const scores = (page: Page) => page.getByRole('grid', { name: 'Scores' });
const worst = (page: Page) => scores(page).getByRole('row').nth(1).getByText('0.03');
const LOWEST = 'Lowest invoice-accuracy first';
/** The day on which the score is lowest. */
const WORST_DAY = /Nov 22/;

/** Scores of one name and one day. */
async function expectScoresOfTheDay(page: Page): Promise<void> {
  await page.getByRole('heading', { name: 'Quality' }).waitFor();
  await expect.poll(() => scores(page).getAttribute('aria-rowcount')).toBe('5');
  expect(new URL(page.url()).hash).toMatch(
    /^#\/quality\?time=2026-11-22T00.*filter\.scores=.*name%3A%28invoice-accuracy/,
  );
}

/** The answer that the evaluator found worst is what the reader looks at. */
async function expectBadAnswer(page: Page): Promise<void> {
  await page.getByRole('treeitem', { name: /llm-extract/, selected: true }).waitFor();
  const detail = page.getByRole('region', { name: 'Observation', exact: true });
  await detail.getByText('The VAT number is DE000000000.').waitFor();
  await detail.getByText('There is no VAT number on this invoice.').waitFor();
  expect(new URL(page.url()).hash).toMatch(/^#\/traces\/invoice-41\?.*observation=invoice-41%2F3/);
}

it('a falling score leads to the bad answer, by mouse', async ({ page }) => {
  await page.goto('#/');
  const point = await findPoint(chart(page), { period: WORST_DAY, series: 'invoice-accuracy' });
  await page.mouse.click(point.x, point.y);
  await expectScoresOfTheDay(page);

  await shown(page).selectOption(LOWEST);
  await worst(page).click();
  await expectBadAnswer(page);

  await page.reload();
  await expectBadAnswer(page);

  await page.goBack();
  await expectScoresOfTheDay(page);
  await expect.poll(() => shown(page).locator('option:checked').textContent()).toBe(LOWEST);
});

it('a falling score leads to the bad answer, by keyboard', async ({ page }) => {
  await page.goto('#/');
  await tabTo(chart(page));
  // The newest day, then the day before it; series one below the other.
  await press(page, 'End', 'ArrowLeft');
  for (let series = 0; series < 8; series += 1) {
    if ((await chart(page).getAttribute('aria-valuetext'))?.includes('invoice-accuracy')) break;
    await press(page, 'ArrowDown');
  }
  expect(await chart(page).getAttribute('aria-valuetext')).toMatch(WORST_DAY);
  await press(page, 'Enter');
  await expectScoresOfTheDay(page);
  await expectFocus(page);

  await choose(shown(page), LOWEST);
  await worst(page).waitFor();
  await tabTo(scores(page));
  // Down to the second row, and up to the worst again.
  await press(page, 'ArrowDown', 'ArrowUp', 'Enter');
  await expectBadAnswer(page);
  await expectFocus(page);

  await page.reload();
  await expectBadAnswer(page);
  await page.goBack();
  await expectScoresOfTheDay(page);
  await press(page, 'Tab');
});
