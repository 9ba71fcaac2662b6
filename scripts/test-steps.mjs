// The checks of `npm test`, in the order they run: what fails fastest comes first. Those without tests run side by side.
const bin = (/** @type {string} */ name) => `node_modules/.bin/${name}`;

/**
 * @typedef {object} Step
 * @property {string} name as in `npm test -- <name>`
 * @property {string[]} command
 * @property {boolean} [countsTests] Its tests are counted one by one; any other step counts as one.
 */

/** @type {Step[]} */
export const STEPS = [
  { name: 'types', command: [bin('tsc'), '-b'] },
  { name: 'lint', command: [bin('oxlint'), '--type-aware', '--deny-warnings'] },
  { name: 'format', command: [bin('prettier'), '--check', '--log-level', 'warn', '.'] },
  { name: 'unused', command: [bin('knip'), '--no-progress'] },
  { name: 'storybook', command: ['npm', 'run', '--silent', 'build:storybook'] },
  vitest('node'),
  vitest('browser'),
  vitest('stories'),
  vitest('e2e'),
  vitest('consumers'),
];

/**
 * @param {string} name of one of Vitest's projects
 * @returns {Step}
 */
function vitest(name) {
  return { name, countsTests: true, command: [bin('vitest'), 'run', '--project', name] };
}
