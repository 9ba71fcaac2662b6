import type { Page } from 'playwright';
import { expect } from 'vitest';
import { pickFile, savedFile } from './files.ts';
import { press, tabTo } from './keyboard.ts';
import { it } from './visit-dashboard.ts';

const section = (page: Page, name: string) =>
  page.locator('section').filter({ has: page.getByRole('heading', { name, exact: true }) });

/** How many there are of each kind, as the settings tell. */
async function counts(page: Page): Promise<string[]> {
  return section(page, 'What is stored').locator('dd').allTextContents();
}

it('exports everything as a file, which makes the same of an empty store', async ({ page, profile }) => {
  await page.goto('#/dashboards/cost');
  await page.getByRole('button', { name: 'Clone' }).click();
  await page.getByRole('heading', { name: 'Copy of Cost', level: 2 }).waitFor();
  await page.goto('#/settings');
  await expect.poll(async () => (await counts(page)).filter((count) => count !== '…').length).toBe(5);
  const before = await counts(page);
  await tabTo(page.getByRole('button', { name: 'Export everything' }));
  const file = await savedFile(page, () => press(page, 'Enter'));

  const other = await (await profile()).newPage();
  await other.goto('?empty#/settings');
  await pickFile(other, () => other.getByRole('button', { name: 'Import a file …' }).click(), file);
  await section(other, 'Export and import')
    .getByText(/^Done: [\d,]+ traces\.$/)
    .waitFor();
  await expect.poll(() => counts(other)).toEqual(before);

  await other.goto('?empty#/dashboards');
  await other.getByRole('link', { name: 'copy of cost' }).waitFor();
  await other.goto('?empty#/traces/invoice-41?observation=invoice-41%2F3');
  await other.getByText('There is no VAT number on this invoice.').waitFor();
});
