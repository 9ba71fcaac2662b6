// `npm run build`: the packages into their dist folders, each after what it imports.
import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { ensureInstalled, ROOT } from './setup.mjs';

ensureInstalled();
for (const name of ['core', 'ingest', 'stores', 'react', 'dashboard', 'server']) {
  const folder = `${ROOT}packages/${name}`;
  rmSync(`${folder}/dist`, { recursive: true, force: true });
  console.log(`Building @oriel/${name} …`);
  try {
    execFileSync(process.execPath, [`${ROOT}node_modules/typescript/bin/tsc`, '-p', 'tsconfig.build.json'], {
      cwd: folder,
      stdio: 'inherit',
    });
    if (name === 'server') {
      // The page that the command serves.
      const vite = `${ROOT}node_modules/vite/bin/vite.js`;
      execFileSync(process.execPath, [vite, 'build', 'page', '--logLevel', 'warn'], {
        cwd: folder,
        stdio: 'inherit',
        env: { ...process.env, NODE_ENV: 'production' },
      });
    }
    if (name === 'react' || name === 'dashboard') {
      execFileSync(process.execPath, [`${ROOT}scripts/build-styles.mjs`, name], { stdio: 'inherit' });
    }
  } catch {
    console.error(`@oriel/${name} was not built; the reason is above.`);
    process.exit(1);
  }
}
