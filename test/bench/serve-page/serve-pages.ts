import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { build, preview } from 'vite';
import type { Rolldown } from 'vite';

export interface PagesToServe {
  /** Folder of the benchmark: `new URL('.', import.meta.url)`. */
  readonly folder: URL;
  /** The script of each page, beside the benchmark: `page.ts` becomes `<url>/page.html`, with the styles it imports. */
  readonly scripts: readonly string[];
  /** What a page fetches at run time, by name: `bodies.bin` becomes `<url>/bodies.bin`. Default: nothing. */
  readonly files?: Readonly<Record<string, Uint8Array>> | undefined;
  /** Pages that are to find what they stored in another run need the same one each time. Default: any that is free. */
  readonly port?: number | undefined;
}

export interface ServedPages {
  /** Without a slash at its end. */
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Builds the pages of a benchmark for production, as a host would, and serves them: no page needs the network.
 *
 * @example
 * const pages = await servePages({ folder: new URL('.', import.meta.url), scripts: ['pages/ours.tsx'] });
 * await page.goto(`${pages.url}/ours.html?observations=10000`);
 */
export async function servePages({
  folder,
  scripts,
  files = {},
  port = 0,
}: PagesToServe): Promise<ServedPages> {
  const root = fileURLToPath(folder);
  const outDir = mkdtempSync(join(tmpdir(), 'oriel-bench-'));
  const common = { root, configFile: false, logLevel: 'error' } as const;
  const built = await build({
    ...common,
    plugins: [react()],
    worker: { format: 'es' },
    build: {
      outDir,
      emptyOutDir: true,
      rolldownOptions: {
        input: Object.fromEntries(scripts.map((script) => [nameOf(script), join(root, script)])),
        preserveEntrySignatures: false,
      },
    },
  });
  const chunks = chunksOf(built);
  for (const entry of chunks.filter(({ isEntry }) => isEntry)) {
    writeFileSync(join(outDir, `${entry.name}.html`), html(entry, stylesOf(entry, chunks)));
  }
  for (const [name, bytes] of Object.entries(files)) writeFileSync(join(outDir, name), bytes);

  const server = await preview({
    ...common,
    build: { outDir },
    preview: { host: '127.0.0.1', port, strictPort: true, open: false },
  });
  const address = server.httpServer.address();
  if (address === null || typeof address === 'string') {
    throw new Error('The bench pages were not served, because Vite names no port. Run the benchmark again.');
  }
  return {
    url: `http://127.0.0.1:${address.port}`,
    async close() {
      await server.close();
      rmSync(outDir, { recursive: true, force: true });
    },
  };
}

function nameOf(script: string): string {
  return basename(script, extname(script));
}

function chunksOf(built: Awaited<ReturnType<typeof build>>): Rolldown.OutputChunk[] {
  const files = [built].flat().flatMap((one) => ('output' in one ? [...one.output] : []));
  return files.filter((file): file is Rolldown.OutputChunk => file.type === 'chunk');
}

/** Stylesheets of a page, those among them that several pages share and that came with a chunk of their own. */
function stylesOf(entry: Rolldown.OutputChunk, chunks: readonly Rolldown.OutputChunk[]): string[] {
  const loaded = [entry, ...chunks.filter(({ fileName }) => entry.imports.includes(fileName))];
  return [...new Set(loaded.flatMap((chunk) => [...(chunk.viteMetadata?.importedCss ?? [])]))];
}

/** The icon is named, or the browser asks for one and reports that it is missing. */
function html(entry: Rolldown.OutputChunk, files: readonly string[]): string {
  const styles = files.map((file) => `<link rel="stylesheet" href="/${file}">`);
  return `<!doctype html><html lang="en"><head><link rel="icon" href="data:,">${styles.join('')}</head><body><script type="module" src="/${entry.fileName}"></script></body></html>`;
}
