// `node scripts/build-styles.mjs <package>`: one stylesheet for hosts, in two forms: in cascade layers, and without them for hosts whose own unlayered
// rules (a CSS reset, say) would win over every layer.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { bundle, bundleAsync } from 'lightningcss';
import { ROOT } from './setup.mjs';

const name = process.argv[2] ?? 'react';
const source = `${ROOT}packages/${name}/src/styles/styles.css`;
const dist = `${ROOT}packages/${name}/dist`;

const layered = bundle({ filename: source });
// Only the entry knows of layers: it declares them and imports every other file into one.
const unlayered = await bundleAsync({
  filename: source,
  resolver: {
    read: (path) => {
      const css = readFileSync(path, 'utf8');
      return path === source ? css.replace(/^@layer [^{;]+;/gm, '').replace(/ layer\([^)]*\)/g, '') : css;
    },
  },
});
if (unlayered.code.toString().includes('@layer')) {
  throw new Error(
    'styles.unlayered.css still has a layer, because a stylesheet names one itself. Name layers in styles.css only.',
  );
}

mkdirSync(dist, { recursive: true });
writeFileSync(`${dist}/styles.css`, layered.code);
writeFileSync(`${dist}/styles.unlayered.css`, unlayered.code);
