import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, preview } from 'vite';

const HERE = fileURLToPath(new URL('.', import.meta.url));
/** What DuckDB loads at run time: its worker and its code. */
const DUCKDB_FILES = ['duckdb-browser-eh.worker.js', 'duckdb-eh.wasm'];

/** Builds the page for production, as a host would, and serves it with all it needs: nothing comes from the network. */
export async function servePage() {
  const folder = mkdtempSync(join(tmpdir(), 'oriel-bench-'));
  const common = { root: HERE, configFile: false, logLevel: 'error' } as const;
  await build({
    ...common,
    worker: { format: 'es' },
    build: {
      outDir: folder,
      emptyOutDir: true,
      rolldownOptions: { input: `${HERE}page.ts`, output: { entryFileNames: 'page.js' } },
    },
  });
  const { resolve } = createRequire(import.meta.url);
  for (const file of DUCKDB_FILES)
    copyFileSync(resolve(`@duckdb/duckdb-wasm/dist/${file}`), join(folder, file));
  writeFileSync(
    join(folder, 'index.html'),
    '<!doctype html><link rel="icon" href="data:,"><script type="module" src="/page.js"></script>',
  );
  const server = await preview({
    ...common,
    build: { outDir: folder },
    preview: { host: '127.0.0.1', port: 0, open: false },
  });
  const address = server.httpServer.address();
  if (address === null || typeof address === 'string') {
    throw new Error('The page was not served, because Vite names no port. Run the benchmark again.');
  }
  return {
    url: `http://127.0.0.1:${address.port}/`,
    async close() {
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
