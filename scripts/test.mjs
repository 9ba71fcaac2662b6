// `npm test`: every check, also after one failed. `npm test -- node lint` runs only those.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureChromium, ensureInstalled, ROOT } from './setup.mjs';
import { STEPS } from './test-steps.mjs';

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !STEPS.some((step) => step.name === name));
if (unknown.length > 0) {
  console.error(
    `There is no step ${unknown.join(', ')}. Name one of: ${STEPS.map((step) => step.name).join(', ')}.`,
  );
  process.exit(1);
}
const steps = asked.length === 0 ? STEPS : STEPS.filter((step) => asked.includes(step.name));

ensureInstalled();
if (steps.some((step) => step.countsTests)) ensureChromium();

const reports = mkdtempSync(join(tmpdir(), 'oriel-test-'));
let passed = 0;
let failed = 0;
let skipped = 0;
/** @type {string[]} */
const failedSteps = [];
/** Named once more at the end: what failed early is far above by then. @type {string[]} */
const failures = [];

await Promise.all(steps.filter((step) => !step.countsTests).map(check));
for (const step of steps) if (step.countsTests) await check(step);

rmSync(reports, { recursive: true, force: true });
console.log('');
for (const failure of failures) console.log(`✗ ${failure}\n`);
if (failedSteps.length > 0) console.log(`Failed: ${failedSteps.join(', ')}. Their output is above.`);
if (skipped > 0) console.log(`${skipped} skipped: a capability that a store does not declare.`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

/** @param {import('./test-steps.mjs').Step} step */
async function check(step) {
  console.log(`▶ ${step.name}`);
  const started = performance.now();
  const result = await runStep(step);
  passed += result.passed;
  failed += result.failed;
  skipped += result.skipped;
  if (result.failed > 0) failedSteps.push(step.name);
  failures.push(...result.failures);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${result.failed === 0 ? '✓' : '✗'} ${step.name} (${seconds} s)\n`);
}

/** @param {import('./test-steps.mjs').Step} step */
async function runStep({ name, command, countsTests }) {
  if (!countsTests) {
    const { worked, output } = await runs(command, { silent: true });
    if (!worked) console.log(output);
    return { passed: worked ? 1 : 0, failed: worked ? 0 : 1, skipped: 0, failures: worked ? [] : [name] };
  }
  const report = join(reports, `${name}.json`);
  const { worked } = await runs([
    ...command,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]);
  const counts = readReport(report);
  // A suite that did not load, or an error outside of any test, is a failure without a failed test.
  if (!worked && counts.failed === 0) {
    counts.failed = 1;
    counts.failures.push(`${name}: a suite that did not load, or an error outside of any test`);
  }
  return counts;
}

/** @param {string} path */
function readReport(path) {
  try {
    const report = JSON.parse(readFileSync(path, 'utf8'));
    return {
      passed: Number(report.numPassedTests),
      failed: Number(report.numFailedTests),
      skipped: Number(report.numPendingTests) + Number(report.numTodoTests),
      failures: namedFailures(report),
    };
  } catch (error) {
    // Vitest stopped before it wrote one; its own output says why.
    return { passed: 0, failed: 1, skipped: 0, failures: [`no report of ${path}: ${String(error)}`] };
  }
}

/**
 * @param {{ testResults: { name: string, status: string, message: string, assertionResults: { status: string, fullName: string, failureMessages: string[] }[] }[] }} report
 *   as Vitest's JSON reporter writes it
 */
function namedFailures(report) {
  return report.testResults
    .filter((file) => file.status === 'failed')
    .flatMap((file) => {
      const tests = file.assertionResults.filter((test) => test.status === 'failed');
      if (tests.length === 0) return [`${file.name}\n${file.message}`];
      return tests.map((test) => `${file.name} > ${test.fullName}\n${test.failureMessages.join('\n')}`);
    });
}

/**
 * @param {string[]} command
 * @param {{ silent?: boolean }} [options] silent: what it printed is returned instead of shown
 * @returns {Promise<{ worked: boolean, output: string }>}
 */
function runs([file = '', ...args], { silent = false } = {}) {
  return new Promise((resolve) => {
    const output = silent ? 'pipe' : 'inherit';
    const child = spawn(file, args, { cwd: ROOT, stdio: ['ignore', output, output] });
    /** @type {Buffer[]} */
    const printed = [];
    child.stdout?.on('data', (chunk) => printed.push(chunk));
    child.stderr?.on('data', (chunk) => printed.push(chunk));
    child.once('error', (error) => {
      console.error(error.message);
      resolve({ worked: false, output: '' });
    });
    child.once('close', (code) => resolve({ worked: code === 0, output: Buffer.concat(printed).toString() }));
  });
}
