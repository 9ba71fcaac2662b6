import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { chromium } from 'playwright';
import { build, preview } from 'vite';
import type { TestProject } from 'vitest/node';
import { chromiumLaunchOptions } from '../../scripts/find-chromium.mjs';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the dashboard, with a slash at its end. */
    dashboardUrl: string;
    /** Where the browser listens that all journeys share. */
    browserEndpoint: string;
  }
}

/** Builds the dashboard once as a host would, serves it, and starts the one browser. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const outDir = mkdtempSync(join(tmpdir(), 'oriel-e2e-'));
  const common = {
    root: fileURLToPath(new URL('host', import.meta.url)),
    configFile: false,
    logLevel: 'error',
  } as const;
  await forProduction(() =>
    build({ ...common, plugins: [react()], worker: { format: 'es' }, build: { outDir, emptyOutDir: true } }),
  );
  const server = await preview({
    ...common,
    build: { outDir },
    preview: { host: '127.0.0.1', port: 0, open: false },
  });
  const url = server.resolvedUrls?.local[0];
  if (url === undefined) throw new Error('The dashboard was not served, because Vite names no address.');
  const browser = await chromium.launchServer(chromiumLaunchOptions());
  project.provide('dashboardUrl', url);
  project.provide('browserEndpoint', browser.wsEndpoint());
  return async () => {
    await browser.close();
    await server.close();
    rmSync(outDir, { recursive: true, force: true });
  };
}

/** Vitest's own environment would build React for development. */
async function forProduction(work: () => Promise<unknown>): Promise<void> {
  const { NODE_ENV } = process.env;
  process.env['NODE_ENV'] = 'production';
  try {
    await work();
  } finally {
    process.env['NODE_ENV'] = NODE_ENV;
  }
}
