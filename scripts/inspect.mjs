// Shows what Oriel reads in a file or a recording: npm run inspect -- <file or folder> [--json]
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

// With `--json` stdout is one document, so everything about the set-up goes to stderr.
if (!existsSync(join(root, 'node_modules', '.modules.yaml'))) {
  const { ensureInstalled } = await import('./setup.mjs');
  ensureInstalled();
}

// npm changes into the root of the project; paths are meant from where it was called.
const cwd = process.env['INIT_CWD'] ?? process.cwd();
const script = join(root, 'scripts', 'inspect.ts');
const tsx = import.meta.resolve('tsx');
const child = spawn(process.execPath, ['--import', tsx, script, ...process.argv.slice(2)], {
  cwd,
  stdio: 'inherit',
});
child.on('error', (error) => {
  console.error(`Node could not be started: ${error.message}`);
  process.exitCode = 1;
});
child.on('exit', (code, signal) => {
  process.exitCode = code ?? (signal === null ? 0 : 1);
});
