// `npm start`: installs what is missing and serves the demo.
import { spawn } from 'node:child_process';
import { freePort } from './free-port.mjs';
import { ensureInstalled, ROOT } from './setup.mjs';

ensureInstalled();
const port = await freePort(5173);
const vite = spawn(
  process.execPath,
  [
    'node_modules/vite/bin/vite.js',
    '--host',
    '127.0.0.1',
    '--port',
    String(port),
    '--strictPort',
    '--open',
    'false',
    '--logLevel',
    'warn',
  ],
  { cwd: `${ROOT}examples/demo`, stdio: ['ignore', 'inherit', 'inherit'] },
);

let isStopping = false;
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
  process.on(signal, () => {
    isStopping = true;
    vite.kill('SIGTERM');
  });
}
vite.once('exit', (code) => process.exit(isStopping ? 0 : (code ?? 1)));

await answering(`http://127.0.0.1:${port}/`);
console.log(`Oriel is running at http://localhost:${port}/  (Ctrl-C stops it)`);

/** @param {string} url */
async function answering(url) {
  for (;;) {
    try {
      await fetch(url);
      return;
    } catch {
      // Not listening yet; if it never does, its exit ends this process.
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}
