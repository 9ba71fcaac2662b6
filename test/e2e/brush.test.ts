import type { Page } from 'playwright';
import { expect } from 'vitest';
import { press, tabTo } from './keyboard.ts';
import { it } from './visit-dashboard.ts';

const chart = (page: Page) => page.getByRole('slider', { name: 'Over time: Traces' });
const columns = async (page: Page) => Number(await chart(page).getAttribute('aria-valuemax')) + 1;
const time = (page: Page) => new URLSearchParams(new URL(page.url()).hash.split('?')[1]).get('time');

/** Days became hours, in the address and after a reload. */
async function expectTwoDays(page: Page): Promise<void> {
  await expect.poll(() => time(page)).toBe('2026-11-21T00:00:00.000Z,2026-11-23T00:00:00.000Z');
  await expect.poll(() => columns(page)).toBe(48);
}

it('a stretch that is dragged on a chart becomes the time of the page', async ({ page }) => {
  await page.goto('#/');
  await expect.poll(() => columns(page)).toBe(31);
  await chart(page).locator('svg').waitFor();
  const box = await chart(page).boundingBox();
  if (!box) throw new Error('The chart has no place on the page.');
  const at = (column: number) => box.x + box.width - ((31 - column - 0.5) * (box.width - 24)) / 31;
  await page.mouse.move(at(28), box.y + 60);
  await page.mouse.down();
  await page.mouse.move(at(29) - 4, box.y + 60, { steps: 4 });
  await page.mouse.move(at(29), box.y + 60);
  await page.mouse.up();
  await expectTwoDays(page);
  await page.reload();
  await expectTwoDays(page);
});

it('a stretch that is chosen by keyboard becomes the time of the page', async ({ page }) => {
  await page.goto('#/');
  await expect.poll(() => columns(page)).toBe(31);
  await tabTo(chart(page));
  await press(page, 'End', 'ArrowLeft', 'Shift+ArrowLeft', 'Enter');
  await expectTwoDays(page);
  await page.reload();
  await expectTwoDays(page);
});
