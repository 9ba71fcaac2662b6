import type { Locator, Page } from 'playwright';
import { expect } from 'vitest';

/** More stops than any page has before what a journey wants. */
const MOST_STOPS = 150;

/** Why a reader would not find the focus; empty where they would. */
async function focusTrouble(page: Page): Promise<string> {
  return page.evaluate(() => {
    const { activeElement } = document;
    if (!activeElement || activeElement === document.body) return 'Nothing has the focus.';
    const name = `${activeElement.tagName} ${activeElement.className} ${activeElement.getAttribute('aria-label') ?? ''}`;
    const { left, right, top, bottom } = activeElement.getBoundingClientRect();
    const isInSight = right > Math.max(0, left) && bottom > 0 && left < innerWidth && top < innerHeight;
    if (!isInSight) return `${name} has the focus, out of sight.`;
    // A date shows which of its parts has the focus.
    return activeElement.matches(':focus-visible, input:focus-within')
      ? ''
      : `${name} does not show that it has the focus.`;
  });
}

/** Fails where the focus got lost, or is where nobody sees it. */
export async function expectFocus(page: Page): Promise<void> {
  await expect.poll(() => focusTrouble(page)).toBe('');
}

/** Presses keys one after the other; the focus has to be in sight after each. */
export async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    await page.keyboard.press(key);
    await expectFocus(page);
  }
}

/** Presses Tab until what is wanted has the focus. */
export async function tabTo(wanted: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  const page = wanted.page();
  await wanted.waitFor();
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await press(page, key);
  }
  throw new Error(`Tab does not lead to ${String(wanted)} within ${MOST_STOPS} stops.`);
}

/** Goes down a list of choices, such as a `select`, until one is chosen. */
export async function choose(list: Locator, choice: string): Promise<void> {
  await tabTo(list);
  const chosen = async () => (await list.locator('option:checked').textContent())?.trim();
  for (let place = await list.locator('option').count(); place >= 0; place -= 1) {
    if ((await chosen()) === choice) return;
    const before = await chosen();
    await press(list.page(), 'ArrowDown');
    await expect.poll(chosen).not.toBe(before);
  }
  throw new Error(`${String(list)} has no "${choice}" below what was chosen.`);
}
