import { afterEach, beforeEach, vi } from 'vitest';

const METHODS = ['log', 'info', 'warn', 'error', 'debug'] as const;

beforeEach(() => {
  for (const method of METHODS) vi.spyOn(console, method);
});

afterEach(() => {
  const written: string[] = [];
  for (const method of METHODS) {
    const spy = vi.mocked(console[method]);
    for (const values of spy.mock.calls) written.push(`console.${method}: ${values.map(String).join(' ')}`);
    spy.mockRestore();
  }
  if (written.length === 0) return;
  throw new Error(
    `The test wrote to the console, which readers of a real console would see as a defect. Fix what caused it, or expect it with vi.spyOn in the test:\n${written.join('\n')}`,
  );
});
