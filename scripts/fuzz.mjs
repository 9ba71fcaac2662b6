// `npm run fuzz -- [--seed N] [--runs N] [--from N]`: damaged and random input for the parsers; see test/fuzz.
import { spawn } from 'node:child_process';
import { ensureInstalled, ROOT } from './setup.mjs';

ensureInstalled();
const args = ['--import', 'tsx', 'test/fuzz/fuzz.ts', ...process.argv.slice(2)];
const child = spawn(process.execPath, args, { cwd: ROOT, stdio: 'inherit' });
child.once('exit', (code) => {
  process.exitCode = code ?? 1;
});
