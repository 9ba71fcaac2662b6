import { expect, it } from 'vitest';
import { normalizeEnvironment } from './environment.ts';

it.each([
  ['Production', 'production'],
  ['langfuse-prod', 'prod'],
  ['langfuselangfuse-x', 'x'],
  ['my env', 'default'],
  ['größe', 'default'],
  ['a'.repeat(60), 'a'.repeat(40)],
  ['', 'default'],
  ['langfuse_', 'default'],
  [undefined, 'default'],
  [7, 'default'],
])('files %j under %j (reference 1.9)', (sent, stored) => {
  expect(normalizeEnvironment(sent)).toBe(stored);
});
