// `npm run bench -- <name> [<name> …]`: runs benchmarks of test/bench, one after the other: together they would
// measure each other.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { ensureChromium, ensureInstalled, ROOT } from './setup.mjs';

const names = process.argv.slice(2);
const known = readdirSync(`${ROOT}test/bench`).filter((entry) =>
  existsSync(`${ROOT}test/bench/${entry}/${entry}.bench.ts`),
);
const unknown = names.filter((name) => !known.includes(name));
if (names.length === 0 || unknown.length > 0) {
  const what =
    names.length === 0 ? 'No benchmark was named' : `There is no benchmark "${unknown.join('", "')}"`;
  console.error(`${what}. Known are: ${known.join(', ')}. Run one with \`npm run bench -- ${known[0]}\`.`);
  process.exit(1);
}

ensureInstalled();
ensureChromium();
for (const name of names) {
  const script = `test/bench/${name}/${name}.bench.ts`;
  const { status } = spawnSync(process.execPath, ['--import', 'tsx', script], {
    cwd: ROOT,
    stdio: 'inherit',
  });
  if (status !== 0) process.exitCode = status ?? 1;
}
