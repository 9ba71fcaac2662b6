// Runs before anything is installed, so it may import nothing but Node and this folder.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { findChromium } from './find-chromium.mjs';

export const ROOT = fileURLToPath(new URL('..', import.meta.url));
const OLDEST_NODE = [20, 19];
const PNPM = 'pnpm@10.34.9';

/** Installs the packages of the workspace where they are missing or older than the lockfile. */
export function ensureInstalled() {
  requireNode();
  if (isInstalled()) return;
  say('Installing packages (first run only) …');
  // CI keeps pnpm from asking questions that nobody may be there to answer.
  const worked = run('npx', ['--yes', PNPM, 'install', '--frozen-lockfile'], { CI: 'true' });
  if (!worked) {
    stop(
      `The packages were not installed, because \`npx ${PNPM} install --frozen-lockfile\` failed (its output is above). Check the network and run this again.`,
    );
  }
}

/** Finds a Chromium for the tests that need a real browser, and installs one where there is none. */
export function ensureChromium() {
  if (findChromium() !== null) return;
  if (process.getuid?.() === 0 && succeeds('apt-get', ['--version'])) {
    say('Installing Chromium with apt-get (first run only) …');
    const quiet = { DEBIAN_FRONTEND: 'noninteractive' };
    run('apt-get', ['update', '-qq'], quiet);
    if (run('apt-get', ['install', '-y', '-qq', 'chromium'], quiet) && findChromium() !== null) return;
  }
  say("Installing Playwright's Chromium (first run only) …");
  if (run('npx', ['playwright', 'install', 'chromium'])) return;
  stop(
    'There is no Chromium to test with, because none is installed and none could be downloaded (see above). Install Chromium or Chrome, or set CHROMIUM_PATH to one.',
  );
}

function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST_NODE;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return;
  stop(
    `Oriel needs Node ${OLDEST_NODE.join('.')} or newer and this is ${process.versions.node}: install a newer Node and run this again.`,
  );
}

function isInstalled() {
  const installed = statSync(`${ROOT}node_modules/.modules.yaml`, { throwIfNoEntry: false });
  if (!installed) return false;
  const lockfile = `${ROOT}pnpm-lock.yaml`;
  return !existsSync(lockfile) || statSync(lockfile).mtimeMs <= installed.mtimeMs;
}

/**
 * Runs a command with its output on stderr, which leaves stdout to the answer of the script that asked.
 * @param {string} command
 * @param {string[]} args
 * @param {Record<string, string>} [env]
 */
function run(command, args, env = {}) {
  const { status } = spawnSync(command, args, {
    cwd: ROOT,
    stdio: ['ignore', 2, 2],
    env: { ...process.env, ...env },
  });
  return status === 0;
}

/**
 * @param {string} command
 * @param {string[]} args
 */
function succeeds(command, args) {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0;
}

/** @param {string} message */
function say(message) {
  process.stderr.write(`${message}\n`);
}

/**
 * @param {string} message
 * @returns {never}
 */
function stop(message) {
  say(message);
  process.exit(1);
}
