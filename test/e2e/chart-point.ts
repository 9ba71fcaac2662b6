import type { Locator } from 'playwright';

/** Moves the mouse over a chart until its tooltip tells of a period and a series; the place of that point. */
export async function findPoint(
  chart: Locator,
  { period, series }: { readonly period: RegExp; readonly series: string },
): Promise<{ x: number; y: number }> {
  await chart.scrollIntoViewIfNeeded();
  await chart.locator('svg').waitFor();
  const box = await chart.boundingBox();
  if (!box) throw new Error('The chart has no place on the page.');
  const page = chart.page();
  const told = async (x: number, y: number) => {
    await page.mouse.move(x, y);
    // Drawn by the next frame.
    await page.evaluate(() => new Promise(requestAnimationFrame));
    return (await chart.getAttribute('aria-valuetext')) ?? '';
  };
  const middle = box.y + box.height / 2;
  for (let x = box.x + box.width - 4; x > box.x; x -= 8) {
    if (!period.test(await told(x, middle))) continue;
    for (let y = box.y + box.height - 2; y > box.y; y -= 5) {
      const text = await told(x, y);
      if (period.test(text) && text.includes(series)) return { x, y };
    }
  }
  throw new Error(`The chart tells nowhere of ${series} in ${String(period)}.`);
}
