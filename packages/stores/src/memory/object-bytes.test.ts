import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { objectBytes } from './object-bytes.ts';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

it('is close to what the heap grows by', () => {
  const make = (n: number) => ({
    id: `observation-${n}`,
    at: n + 0.5,
    usage: { input: n, output: 7 },
    input: [{ role: 'user', content: `What about order ${n}? `.repeat(8).concat(String(n)) }],
  });
  const warm = [make(0)];
  collectGarbage();
  const before = process.memoryUsage().heapUsed;
  const values = Array.from({ length: 20_000 }, (_, n) => JSON.parse(JSON.stringify(make(n))) as unknown);
  collectGarbage();
  const grown = process.memoryUsage().heapUsed - before;
  const estimate = values.reduce<number>((bytes, value) => bytes + objectBytes(value), warm.length - 1);
  expect(estimate / grown).toBeGreaterThan(0.5);
  expect(estimate / grown).toBeLessThan(2);
});
