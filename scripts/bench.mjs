// `npm run bench -- <name>`: runs a benchmark of test/bench. Run one at a time, or they measure each other.
import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { ensureChromium, ensureInstalled, ROOT } from './setup.mjs';

const [name = ''] = process.argv.slice(2);
const known = readdirSync(`${ROOT}test/bench`).filter((entry) =>
  existsSync(`${ROOT}test/bench/${entry}/${entry}.bench.ts`),
);
if (!known.includes(name)) {
  const what = name === '' ? 'No benchmark was named' : `There is no benchmark "${name}"`;
  console.error(`${what}. Known are: ${known.join(', ')}. Run one with \`npm run bench -- ${known[0]}\`.`);
  process.exit(1);
}

ensureInstalled();
ensureChromium();
const script = `test/bench/${name}/${name}.bench.ts`;
const child = spawn(process.execPath, ['--import', 'tsx', script], { cwd: ROOT, stdio: 'inherit' });
child.once('exit', (code) => {
  process.exitCode = code ?? 1;
});
