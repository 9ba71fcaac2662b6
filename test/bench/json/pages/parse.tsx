import type { BenchPage } from '../../tree/bench-page.ts';

// The floor: parsing, and nothing shown.
const host = document.createElement('div');
document.body.append(host);
const text = await (await fetch('value.json')).text();
let value: unknown;

window.bench = {
  mount() {
    value = JSON.parse(text);
  },
  isReady: () => value !== undefined,
  scroller: () => host,
  toggle() {},
} satisfies BenchPage;
