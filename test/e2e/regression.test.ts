import type { Page } from 'playwright';
import { expect } from 'vitest';
import { choose, expectFocus, press, tabTo } from './keyboard.ts';
import { it } from './visit-dashboard.ts';

const baseline = (page: Page) => page.getByRole('combobox', { name: 'Baseline' });
const candidate = (page: Page) => page.getByRole('combobox', { name: 'Compared with it' });
const examplesButton = (page: Page) =>
  page
    .getByRole('row', { name: /^Tool tool-geocode/ })
    .getByRole('button', { name: 'Examples: tool-geocode' });
const examples = (page: Page) => page.getByRole('region', { name: 'Examples: tool-geocode' });
const example = (page: Page) =>
  examples(page)
    .getByRole('link', { name: /tool-geocode/ })
    .first();

/** Which two, and that the newer fails more often. */
async function expectVerdict(page: Page): Promise<void> {
  await page.getByText(/routes-1\.5.* is worse than .*routes-1\.4/).waitFor();
  const errors = page.getByRole('row', { name: /^Traces with errors/ });
  await errors.getByText('Worse').waitFor();
  const { hash } = new URL(page.url());
  expect(hash).toContain('baseline=routes-1.4');
}

/** A call that failed in the newer release is what the reader looks at. */
async function expectFailedCall(page: Page): Promise<void> {
  await page.getByRole('treeitem', { name: /tool-geocode/, selected: true }).waitFor();
  await page
    .getByRole('region', { name: 'Observation', exact: true })
    .getByText('504 upstream timed out')
    .first()
    .waitFor();
  await page.getByRole('region', { name: 'Trace view' }).getByText('routes-1.5').first().waitFor();
  expect(new URL(page.url()).hash).toMatch(/^#\/traces\/route-\d+\?.*observation=route-\d+%2F2/);
}

it('a regression between two releases leads to a trace that shows it, by mouse', async ({ page }) => {
  await page.goto('#/releases');
  await baseline(page).selectOption('routes-1.4 (40)');
  await candidate(page).selectOption('routes-1.5 (40)');
  await expectVerdict(page);
  await page.reload();
  await expectVerdict(page);

  await page.getByRole('combobox', { name: 'Ranked by' }).selectOption('Errors');
  await examplesButton(page).click();
  await example(page).click();
  await expectFailedCall(page);
  await page.reload();
  await expectFailedCall(page);
  await page.goBack();
  await expectVerdict(page);
});

it('a regression between two releases leads to a trace that shows it, by keyboard', async ({ page }) => {
  await page.goto('#/releases?baseline=routes-1.4');
  await choose(candidate(page), 'routes-1.5 (40)');
  await expectVerdict(page);

  await choose(page.getByRole('combobox', { name: 'Ranked by' }), 'Errors');
  await tabTo(examplesButton(page));
  await press(page, 'Enter');
  await tabTo(example(page));
  await press(page, 'Enter');
  await expectFailedCall(page);
  await expectFocus(page);
  await page.goBack();
  await expectVerdict(page);
  await expectFocus(page);
});
