// One stylesheet for hosts, in two forms: in cascade layers, and without them for hosts whose own unlayered
// rules (a CSS reset, say) would win over every layer.
import { mkdirSync, writeFileSync } from 'node:fs';
import { bundle, transform } from 'lightningcss';
import { ROOT } from './setup.mjs';

const source = `${ROOT}packages/react/src/styles/styles.css`;
const dist = `${ROOT}packages/react/dist`;

const layered = bundle({ filename: source });
const unlayered = transform({
  filename: 'styles.unlayered.css',
  code: layered.code,
  visitor: {
    Rule: {
      'layer-block': (rule) => /** @type {any} */ (rule.value.rules),
      'layer-statement': () => [],
    },
  },
});

mkdirSync(dist, { recursive: true });
writeFileSync(`${dist}/styles.css`, layered.code);
writeFileSync(`${dist}/styles.unlayered.css`, unlayered.code);
