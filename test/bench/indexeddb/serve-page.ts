import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, preview } from 'vite';

const HERE = fileURLToPath(new URL('.', import.meta.url));

/** Builds the page for production, as a host would, and serves it with the bodies it is to ingest. */
export async function servePage(bodies: readonly Uint8Array[]) {
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
  writeFileSync(join(folder, 'bodies.bin'), withLengths(bodies));
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

function withLengths(bodies: readonly Uint8Array[]): Uint8Array {
  return Buffer.concat(
    bodies.flatMap((body) => {
      const length = Buffer.alloc(4);
      length.writeUInt32LE(body.length);
      return [length, body];
    }),
  );
}
