import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { ROOT, pnpm } from './pack.ts';
import type { Tarballs } from './pack.ts';

export interface HostVersions {
  readonly react: string;
  readonly types: string;
}

const TSCONFIG = {
  compilerOptions: {
    strict: true,
    noEmit: true,
    target: 'es2022',
    module: 'esnext',
    moduleResolution: 'bundler',
    jsx: 'react-jsx',
    lib: ['es2022', 'dom', 'dom.iterable'],
    types: [],
    allowImportingTsExtensions: true,
    // A stylesheet has no types.
    noUncheckedSideEffectImports: false,
    // Our declarations are checked, too: a host may have this off.
    skipLibCheck: false,
  },
  include: ['src'],
};

/** An app of somebody else: the packed packages and its own React, outside of this workspace. */
export function installHost(folder: string, tarballs: Tarballs, { react, types }: HostVersions): void {
  mkdirSync(folder, { recursive: true });
  const core = `file:${tarballs.core}`;
  const ingest = `file:${tarballs.ingest}`;
  const panels = `file:${tarballs.react}`;
  const manifest = {
    name: 'host',
    private: true,
    type: 'module',
    dependencies: {
      '@oriel/core': core,
      '@oriel/dashboard': `file:${tarballs.dashboard}`,
      '@oriel/ingest': ingest,
      '@oriel/react': panels,
      '@oriel/stores': `file:${tarballs.stores}`,
      '@tanstack/react-query': '5.108.0',
      '@types/react': types,
      '@types/react-dom': types,
      react,
      'react-dom': react,
    },
    // The packages name each other by a version that only a registry has.
    pnpm: { overrides: { '@oriel/core': core, '@oriel/ingest': ingest, '@oriel/react': panels } },
  };
  writeFileSync(`${folder}/package.json`, JSON.stringify(manifest, null, 2));
  writeFileSync(`${folder}/tsconfig.json`, JSON.stringify(TSCONFIG, null, 2));
  cpSync(`${ROOT}test/consumers/hosts`, `${folder}/src`, { recursive: true });
  pnpm(folder, ['install', '--prefer-offline', '--ignore-workspace', '--ignore-scripts']);
}

/** What the host's server answers, once its process has ended by itself: a render must leave no timer behind. */
export function renderHost(folder: string): string {
  const serve = "import { html } from './src/server.tsx'; process.stdout.write(html);";
  const args = ['--import', import.meta.resolve('tsx'), '--input-type=module', '--eval', serve];
  return execFileSync(process.execPath, args, { cwd: folder, encoding: 'utf8', timeout: 30_000 });
}
