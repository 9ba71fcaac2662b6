import type { Page } from 'playwright';
import { expect } from 'vitest';
import { expectFocus, press, tabTo } from './keyboard.ts';
import { it } from './visit-dashboard.ts';

const COMPLAINT = 'You said that the tent is in stock. It is not!';

const users = (page: Page) => page.getByRole('grid', { name: 'Users' });
const scores = (page: Page) => page.getByRole('grid', { name: 'Scores' });
const turn = (page: Page) => page.getByRole('article', { name: 'Turn 17 of 24: shop-chat' });

/** The turn that they complain of is in sight in the middle of a long conversation. */
async function expectTurn(page: Page): Promise<void> {
  await expect.poll(() => turn(page).getByText(COMPLAINT).isVisible()).toBe(true);
  await expect.poll(() => inSight(page)).toBe(true);
  expect(new URL(page.url()).hash).toContain('#/sessions/chat-of-mira?');
  expect(new URL(page.url()).hash).toContain('turn=tent-17');
}

async function inSight(page: Page): Promise<boolean> {
  return turn(page).evaluate((element) => {
    const { top, bottom } = element.getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight;
  });
}

/** The step that was wrong is what the reader looks at. */
async function expectStep(page: Page): Promise<void> {
  await page.getByRole('treeitem', { name: /tool-check-stock/, selected: true }).waitFor();
  expect(new URL(page.url()).hash).toMatch(/^#\/traces\/tent-17\?.*observation=tent-17%2F2/);
}

it('a complaint leads to the turn in their session, by mouse', async ({ page }) => {
  await page.goto('#/users');
  await users(page).getByText('mira@example.com').click();
  await page.getByRole('tab', { name: 'Scores' }).click();
  await scores(page).getByText(COMPLAINT).waitFor();
  await page.reload();
  await scores(page).getByRole('link', { name: 'tent-17' }).click();

  await page.getByRole('region', { name: 'Trace view' }).getByRole('link', { name: 'chat-of-mira' }).click();
  await expectTurn(page);
  await page.reload();
  await expectTurn(page);

  await turn(page).getByRole('button', { name: '3 steps' }).click();
  await turn(page)
    .getByRole('button', { name: /tool-check-stock/ })
    .click();
  await expectStep(page);
  await page.reload();
  await expectStep(page);
  await page.goBack();
  await expectTurn(page);
});

it('a complaint leads to the turn in their session, by keyboard', async ({ page }) => {
  await page.goto('#/');
  await page.getByRole('heading', { name: 'Home' }).waitFor();
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog', { name: /^Jump to/ }).waitFor();
  await page.keyboard.type('mira@');
  await page.getByRole('option', { name: 'mira@example.com', selected: true }).waitFor();
  await press(page, 'Enter');

  await tabTo(page.getByRole('tab', { name: 'Sessions' }));
  // An arrow moves the focus in a task of its own: a second one before that would start from the same tab.
  for (const name of ['Traces', 'Scores']) {
    await press(page, 'ArrowRight');
    await page.getByRole('tab', { name, selected: true }).waitFor();
  }
  await scores(page).getByText(COMPLAINT).waitFor();
  await tabTo(scores(page));
  await press(page, 'Enter');

  const session = page
    .getByRole('region', { name: 'Trace view' })
    .getByRole('link', { name: 'chat-of-mira' })
    .first();
  await page.getByRole('tree').waitFor();
  await tabTo(session, 'Shift+Tab');
  await press(page, 'Enter');
  await expectTurn(page);

  await tabTo(turn(page).getByRole('button', { name: '3 steps' }));
  await press(page, 'Enter');
  await tabTo(turn(page).getByRole('button', { name: /tool-check-stock/ }));
  await press(page, 'Enter');
  await expectStep(page);
  await expectFocus(page);
  await page.goBack();
  await expectTurn(page);
  await expectFocus(page);
});
