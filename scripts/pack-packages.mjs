// `npm run pack -- <folder>`: builds the packages and packs them as they would be published, `core.tgz` and so on.
import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { ROOT } from './setup.mjs';

const folder = resolve(process.argv[2] ?? '.packed');
mkdirSync(folder, { recursive: true });
execFileSync(process.execPath, [`${ROOT}scripts/build.mjs`], { stdio: 'inherit' });
for (const name of ['core', 'ingest', 'stores', 'react', 'server']) {
  const args = ['--yes', 'pnpm@10.34.9', 'pack', '--out', `${folder}/${name}.tgz`];
  execFileSync('npx', args, { cwd: `${ROOT}packages/${name}`, stdio: 'pipe' });
  console.log(`${folder}/${name}.tgz`);
}
