import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import type { Plugin } from 'vite';

const OUT = fileURLToPath(new URL('../dist/browser', import.meta.url));

/** What the page is made of, packed once and not for every visitor. */
const packed: Plugin = {
  name: 'packed',
  apply: 'build',
  closeBundle() {
    for (const name of readdirSync(OUT, { recursive: true, encoding: 'utf8' })) {
      if (/\.(js|css|html)$/.test(name))
        writeFileSync(`${OUT}/${name}.gz`, gzipSync(readFileSync(`${OUT}/${name}`)));
    }
  },
};

/** `npm run build` makes the page that the command serves: `dist/browser`, with the licences of what is in it. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [react(), packed],
  worker: { format: 'es' },
  build: { outDir: OUT, emptyOutDir: true, license: { fileName: 'licences.md' } },
});
