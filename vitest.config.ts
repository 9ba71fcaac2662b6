import { availableParallelism } from 'node:os';
import { storybookTest } from '@storybook/addon-vitest/vitest-plugin';
import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { chromiumLaunchOptions } from './scripts/find-chromium.mjs';
import { LongestFirst } from './scripts/longest-first.ts';

/** Console output is a defect nobody saw yet: it fails the test that caused it. */
const setupFiles = ['./test/fail-on-console.ts'];

/** Vitest leaves one core to itself, which on two cores is every second one. */
const maxWorkers = availableParallelism();

const chromium = () => ({
  enabled: true,
  headless: true,
  screenshotFailures: false,
  provider: playwright({ launchOptions: chromiumLaunchOptions() }),
  instances: [{ browser: 'chromium' as const }],
});

/** Imported in a worker alone, where Vite finds it only while tests run, and then reloads the page under them. */
const optimizeDeps = {
  include: ['@dagrejs/dagre'],
  // Modules as they are: nothing to prepare.
  exclude: ['hono', 'jose'],
};

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          name: 'node',
          environment: 'node',
          setupFiles: [...setupFiles, './test/seed-properties.ts'],
          include: ['{packages,examples}/*/src/**/*.test.ts', 'test/**/*.test.ts', 'scripts/**/*.test.ts'],
          exclude: [
            '**/*.browser.test.ts',
            '**/node_modules/**',
            '**/dist/**',
            'test/consumers/**',
            'test/e2e/**',
          ],
          maxWorkers,
          testTimeout: 60_000,
        },
      },
      {
        // Journeys through the built dashboard, in one browser.
        test: {
          name: 'e2e',
          environment: 'node',
          setupFiles,
          globalSetup: ['./test/e2e/serve-dashboard.ts'],
          include: ['test/e2e/**/*.test.ts'],
          maxWorkers,
          // Other steps of a pipeline may run beside it.
          expect: { poll: { timeout: 20_000 } },
          testTimeout: 60_000,
        },
      },
      {
        // Builds and packs everything: last, and alone.
        test: {
          name: 'consumers',
          environment: 'node',
          setupFiles,
          include: ['test/consumers/**/*.test.ts'],
          testTimeout: 60_000,
        },
      },
      {
        plugins: [react()],
        optimizeDeps,
        test: {
          name: 'browser',
          setupFiles: [...setupFiles, './test/wait-patiently.ts'],
          include: ['packages/*/src/**/*.test.tsx', '{packages,examples}/*/src/**/*.browser.test.{ts,tsx}'],
          // How many workers the crash test ends while they write: `TERMINATIONS=50 npx vitest run crash`.
          provide: { terminations: Number(process.env['TERMINATIONS'] ?? 10) },
          testTimeout: 60_000,
          maxWorkers,
          browser: chromium(),
        },
      },
      {
        plugins: [storybookTest({ configDir: '.storybook' })],
        optimizeDeps,
        test: {
          name: 'stories',
          setupFiles,
          // As in Storybook itself, one page shows one story after the other.
          isolate: false,
          // Longer than a play waits for anything: what it waited for is then named.
          testTimeout: 60_000,
          maxWorkers,
          browser: chromium(),
        },
      },
    ],
  },
});
