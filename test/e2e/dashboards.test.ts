import type { Page } from 'playwright';
import { expect } from 'vitest';
import { pickFile, savedFile } from './files.ts';
import { expectFocus, press, tabTo } from './keyboard.ts';
import { it } from './visit-dashboard.ts';

/** As Langfuse's interface exports it. */
const SLOW_MODELS = {
  name: 'Slow models',
  view: 'observations',
  dimensions: [{ field: 'providedModelName' }],
  metrics: [{ measure: 'latency', agg: 'p95' }],
  filters: [],
  chartType: 'HORIZONTAL_BAR',
  chartConfig: { type: 'HORIZONTAL_BAR' },
};
const SANKEY = { ...SLOW_MODELS, name: 'Flows', chartType: 'SANKEY' };

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const chart = (page: Page, name: string) => page.getByRole('slider', { name, exact: true });

/** Adds a dashboard by the form, and begins to edit it. */
async function addDashboard(page: Page, name: string): Promise<void> {
  await page.goto('#/dashboards');
  await page.getByRole('textbox', { name: 'Name' }).fill(name);
  await page.keyboard.press('Enter');
  await button(page, 'Edit').click();
}

async function importJson(page: Page, json: unknown): Promise<void> {
  const file = { name: 'charts.json', buffer: Buffer.from(JSON.stringify(json)) };
  await pickFile(page, () => button(page, 'Import JSON').click(), file);
}

it('brings charts over from Langfuse, says what has no counterpart, and keeps them', async ({ page }) => {
  await addDashboard(page, 'Support team');
  await importJson(page, [SLOW_MODELS, SANKEY]);
  await chart(page, 'Slow models').waitFor();
  await page.getByText(/SANKEY/).waitFor();

  await page.reload();
  await chart(page, 'Slow models').focus();
  await press(page, 'ArrowDown');
  expect(await chart(page, 'Slow models').getAttribute('aria-valuetext')).toMatch(/\d+(\.\d+)?s$/);
});

it('gives a dashboard as a file, which makes the same of another, by keyboard', async ({ page }) => {
  await page.goto('#/dashboards/latency');
  await tabTo(button(page, 'Clone'));
  await press(page, 'Enter');
  await page.getByRole('heading', { name: 'Copy of Latency', level: 2 }).waitFor();
  await tabTo(button(page, 'Export JSON'));
  const file = await savedFile(page, () => press(page, 'Enter'));

  await addDashboard(page, 'Another');
  await tabTo(button(page, 'Import JSON'), 'Shift+Tab');
  await pickFile(page, () => press(page, 'Enter'), file);
  await expectFocus(page);
  await expect.poll(() => page.getByRole('slider').count()).toBeGreaterThan(2);
  const titles = await page.locator('.oriel-chart-title').allTextContents();
  await page.goto('#/dashboards/copy%20of%20latency');
  await expect.poll(() => page.locator('.oriel-chart-title').allTextContents()).toEqual(titles);
});

it('says whose edit came first when two edit at once, and loses neither silently', async ({
  page,
  context,
}) => {
  await addDashboard(page, 'Shared');
  await importJson(page, [SLOW_MODELS]);
  await page.getByText('Saved').waitFor();
  const other = await context.newPage();
  await other.goto('#/dashboards/Shared');
  await button(other, 'Edit').click();

  await button(page, 'More: Slow models').click();
  await page.getByRole('menuitem', { name: 'Duplicate' }).click();
  await expect.poll(() => chart(page, 'Slow models').count()).toBe(2);
  await page.getByText('Saved').waitFor();

  await button(other, 'More: Slow models').click();
  await other.getByRole('menuitem', { name: 'Remove' }).click();
  await other.getByText(/Somebody else changed this dashboard meanwhile/).waitFor();
  await expect.poll(() => chart(other, 'Slow models').count()).toBe(2);

  await button(other, 'More: Slow models').first().click();
  await other.getByRole('menuitem', { name: 'Remove' }).click();
  await other.getByText('Saved').waitFor();
  await page.reload();
  await expect.poll(() => chart(page, 'Slow models').count()).toBe(1);
});
