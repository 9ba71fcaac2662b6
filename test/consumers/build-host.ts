import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { preview } from 'vite';
import { ROOT } from './pack.ts';

export type BuildMode = 'production' | 'development';

/**
 * Builds the browser's part of a host as Vite does by itself, around what the host's server answered. Only React's
 * development build says what a hydration found amiss.
 */
export function buildHost(folder: string, html: string, mode: BuildMode): void {
  // The icon is named, or the browser asks for one and reports that it is missing.
  const head =
    '<meta charset="utf-8"><link rel="icon" href="data:,"><script type="module" src="/src/browser.tsx"></script>';
  const page = `<!doctype html><html lang="en"><head>${head}</head><body><div>${html}</div></body></html>`;
  writeFileSync(`${folder}/index.html`, page);
  const vite = `${ROOT}node_modules/vite/bin/vite.js`;
  execFileSync(
    process.execPath,
    [vite, 'build', folder, '--outDir', mode, '--mode', mode, '--logLevel', 'error'],
    { cwd: folder, stdio: 'pipe', env: { ...process.env, NODE_ENV: mode } },
  );
}

/** Serves a host that was built; its address ends with a slash. */
export async function serveHost(folder: string, mode: BuildMode) {
  const server = await preview({
    root: folder,
    configFile: false,
    logLevel: 'error',
    build: { outDir: mode },
    preview: { host: '127.0.0.1', port: 0, open: false },
  });
  const url = server.resolvedUrls?.local[0];
  if (url === undefined) throw new Error('The host was not served, because Vite names no address.');
  return { url, close: () => server.close() };
}
