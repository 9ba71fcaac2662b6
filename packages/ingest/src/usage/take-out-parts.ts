import type { UsageMap } from './usage-map.ts';

const SIDES = ['input', 'output'] as const;

/**
 * Takes parts such as `input_cached_tokens` off the count they were sent inside of. Some clients send them inside,
 * others apart, under the same names; a `total` that is just input plus output proves that they are inside.
 */
export function takeOutParts(usage: UsageMap): UsageMap {
  const { input = 0, output = 0, total } = usage;
  if (total === undefined || total !== input + output) return usage;
  for (const side of SIDES) {
    let parts = 0;
    for (const key of Object.keys(usage)) {
      if (key.startsWith(`${side}_`)) parts += usage[key] ?? 0;
    }
    const whole = usage[side] ?? 0;
    if (parts > 0 && parts <= whole) usage[side] = whole - parts;
  }
  return usage;
}
