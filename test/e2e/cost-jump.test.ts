import type { Page } from 'playwright';
import { expect } from 'vitest';
import { findPoint } from './chart-point.ts';
import { choose, expectFocus, press, tabTo } from './keyboard.ts';
import { it } from './visit-dashboard.ts';

const split = (page: Page) => page.getByRole('combobox', { name: 'Split by' });
const chart = (page: Page) => page.getByRole('slider', { name: 'Cost: Model' });
const group = (page: Page, name: string) =>
  page.getByRole('table', { name: /^Costs by/ }).getByRole('button', { name });
const calls = (page: Page) => page.getByRole('grid', { name: 'Observations' });
const address = (page: Page) => decodeURIComponent(new URL(page.url()).hash).replaceAll('+', ' ');

/** The calls of the release that made it dear, all by the one model, with the steps around them. */
async function expectDearCalls(page: Page): Promise<void> {
  await page.getByRole('heading', { name: 'Observations' }).waitFor();
  await calls(page).getByText('claude-opus-4-1').first().waitFor();
  await expect.poll(() => calls(page).getAttribute('aria-rowcount')).toBe('17');
  expect(address(page)).toContain('filter.observations=release:(contracts-8)');
}

/** One of them is what the reader looks at, in its trace. */
async function expectDearCall(page: Page): Promise<void> {
  const trace = page.getByRole('region', { name: 'Trace view' });
  await trace.getByText('contracts-8').first().waitFor();
  await trace.getByRole('treeitem', { name: /llm-review/, selected: true }).waitFor();
  expect(address(page)).toMatch(/^#\/traces\/contract-\d+\?.*observation=contract-\d+\/2/);
}

it('a jump of costs leads to the model and the release that caused it, by mouse', async ({ page }) => {
  await page.goto('#/');
  await page.getByRole('link', { name: 'Costs' }).click();
  const jump = await findPoint(chart(page), { period: /Nov 22/, series: 'claude-opus-4-1' });
  await page.mouse.click(jump.x, jump.y);
  await calls(page).getByText('llm-review').first().waitFor();
  expect(address(page)).toMatch(/time=2026-11-22T00.*model:\(claude-opus-4-1\)/);

  await page.goBack();
  await split(page).selectOption('Release');
  await group(page, 'contracts-8').click();
  await expectDearCalls(page);
  await page.reload();
  await expectDearCalls(page);

  await calls(page).getByText('llm-review').first().click();
  await expectDearCall(page);
  await page.reload();
  await expectDearCall(page);
});

it('a jump of costs leads to the model and the release that caused it, by keyboard', async ({ page }) => {
  await page.goto('#/costs');
  await tabTo(chart(page));
  await press(page, 'End');
  expect(await chart(page).getAttribute('aria-valuetext')).toContain('claude-opus-4-1');

  await tabTo(split(page), 'Shift+Tab');
  await choose(split(page), 'Release');
  await tabTo(group(page, 'contracts-8'));
  await press(page, 'Enter');
  await expectDearCalls(page);

  await tabTo(calls(page));
  await press(page, 'Enter');
  await expectDearCall(page);
  await expectFocus(page);

  await page.goBack();
  await expectDearCalls(page);
  await expectFocus(page);
  await page.goBack();
  await group(page, 'contracts-8').waitFor();
  expect(address(page)).toBe('#/costs?by=release');
  await expectFocus(page);
});
