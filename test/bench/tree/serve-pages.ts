import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { build, preview } from 'vite';

const HERE = fileURLToPath(new URL('.', import.meta.url));

/** Builds the pages for production, as a host would, and serves them. */
export async function servePages(names: readonly string[]) {
  const folder = mkdtempSync(join(tmpdir(), 'oriel-bench-'));
  const common = { root: HERE, configFile: false, logLevel: 'error' } as const;
  await build({
    ...common,
    plugins: [react()],
    build: {
      outDir: folder,
      emptyOutDir: true,
      rolldownOptions: {
        input: Object.fromEntries(names.map((name) => [name, `${HERE}pages/${name}.tsx`])),
        output: { entryFileNames: '[name].js', assetFileNames: '[name][extname]' },
        preserveEntrySignatures: false,
      },
    },
  });
  for (const name of names) {
    const style = name === 'ours' ? '<link rel="stylesheet" href="/ours.css">' : '';
    writeFileSync(
      join(folder, `${name}.html`),
      `<!doctype html><html lang="en"><head>${style}</head><body><script type="module" src="/${name}.js"></script></body></html>`,
    );
  }
  const server = await preview({
    ...common,
    build: { outDir: folder },
    preview: { host: '127.0.0.1', port: 0, open: false },
  });
  const address = server.httpServer.address();
  if (address === null || typeof address === 'string') {
    throw new Error('The bench pages were not served, because Vite names no port. Run the benchmark again.');
  }
  return {
    url: `http://127.0.0.1:${address.port}`,
    async close() {
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
