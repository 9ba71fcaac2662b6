import type { UsageMap } from './usage-map.ts';

/** Whether the parts of a count (cached, reasoning, audio, …) were sent inside of it or apart from it. */
export type PartsPlace = 'inside' | 'apart';

/** The keys that are parts of `input` and of `output`. */
export interface PartKeys {
  readonly input: readonly string[];
  readonly output: readonly string[];
}

/** Where the parts were, by side. */
export interface Separation {
  readonly input: PartsPlace;
  readonly output: PartsPlace;
  /** Something was taken off `input` or `output`. */
  readonly isChanged: boolean;
}

const PLACES: readonly PartsPlace[] = ['inside', 'apart'];

/**
 * Takes parts off the count they were sent inside of, in place (reference 6.6). Senders use the same names for
 * both manners, so evidence decides: parts larger than their count cannot be inside, and where a `total` was sent
 * that only one reading adds up to, that reading is right. What is left to choose goes by `assumed`.
 */
export function separateParts(usage: UsageMap, keys: PartKeys, assumed: PartsPlace): Separation {
  const input = sideOf(usage, 'input', keys.input);
  const output = sideOf(usage, 'output', keys.output);
  const choice = agreeWithTotal(usage, input, output, assumed) ?? {
    input: input.canBeInside ? assumed : 'apart',
    output: output.canBeInside ? assumed : 'apart',
  };
  let isChanged = false;
  for (const [side, place] of [
    [input, choice.input],
    [output, choice.output],
  ] as const) {
    if (place === 'apart' || side.parts === 0) continue;
    usage[side.key] = side.whole - side.parts;
    isChanged = true;
  }
  return { ...choice, isChanged };
}

interface Side {
  readonly key: 'input' | 'output';
  readonly whole: number;
  readonly parts: number;
  readonly canBeInside: boolean;
}

function sideOf(usage: UsageMap, key: Side['key'], partKeys: readonly string[]): Side {
  const whole = usage[key] ?? 0;
  let parts = 0;
  for (const part of partKeys) parts += usage[part] ?? 0;
  return { key, whole, parts, canBeInside: usage[key] !== undefined && parts <= whole };
}

function agreeWithTotal(usage: UsageMap, input: Side, output: Side, assumed: PartsPlace) {
  const total = usage['total'];
  if (total === undefined || input.parts + output.parts === 0) return undefined;
  const places = assumed === 'inside' ? PLACES : PLACES.toReversed();
  for (const ofInput of places) {
    for (const ofOutput of places) {
      if (isSum(total, input, ofInput, output, ofOutput)) return { input: ofInput, output: ofOutput };
    }
  }
  return undefined;
}

function isSum(total: number, input: Side, ofInput: PartsPlace, output: Side, ofOutput: PartsPlace): boolean {
  if (ofInput === 'inside' && !input.canBeInside) return false;
  if (ofOutput === 'inside' && !output.canBeInside) return false;
  return total === amount(input, ofInput) + amount(output, ofOutput);
}

function amount(side: Side, place: PartsPlace): number {
  return place === 'inside' ? side.whole : side.whole + side.parts;
}
