import { transform } from 'lightningcss';
import { chromium } from 'playwright';
import { chromiumLaunchOptions } from '../../scripts/find-chromium.mjs';

/** Chrome 107: what Vite rewrites style sheets for unless it is told otherwise. */
const TARGETS = { chrome: 107 << 16 };

/**
 * Ground colours of a panel, as Chromium computes them, after a host's bundler has rewritten our sheet for older
 * browsers. Each host is the markup around `panel`.
 */
export async function loweredColors(css: Uint8Array, hosts: readonly string[]): Promise<string[]> {
  const { code } = transform({ filename: 'styles.css', code: css, targets: TARGETS, minify: true });
  const browser = await chromium.launch(chromiumLaunchOptions());
  try {
    const page = await browser.newPage({ colorScheme: 'light' });
    const colors: string[] = [];
    for (const host of hosts) {
      const panel = '<section class="oriel-panel">text</section>';
      await page.setContent(`<style>${code.toString()}</style>${host.replace('panel', panel)}`);
      colors.push(
        await page.locator('.oriel-panel').evaluate((element) => getComputedStyle(element).backgroundColor),
      );
    }
    return colors;
  } finally {
    await browser.close();
  }
}
