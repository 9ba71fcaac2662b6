import type { BenchPage } from '../../tree/bench-page.ts';

// The bare limit of showing everything: one element, no folding, no search.
const host = document.createElement('pre');
host.style.cssText = 'block-size: 800px; margin: 0; overflow: auto';
document.body.append(host);
const text = await (await fetch('value.json')).text();

window.bench = {
  mount() {
    host.textContent = JSON.stringify(JSON.parse(text), null, 2);
  },
  isReady: () => host.textContent !== '',
  scroller: () => host,
  toggle() {},
} satisfies BenchPage;
