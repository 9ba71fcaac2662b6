import { isJsonObject } from '@oriel/core';
import type { Cost, JsonObject, JsonValue, Usage } from '@oriel/core';

/** Tokens by kind, as the server has them: what clients sent was normalised when it came. */
export function readUsage(json: JsonObject): Usage | undefined {
  const details = numbersOf(json['usageDetails']);
  if (details) return details;
  const { input, output, total } = numbersOf(json['usage']) ?? {};
  const isCounted = [input, output, total].some((count) => count !== undefined && count > 0);
  return isCounted ? definedOf({ input, output, total }) : undefined;
}

/** Dollars by kind; from older servers, those of input and output. */
export function readCost(json: JsonObject): Cost | undefined {
  const details = numbersOf(json['costDetails']);
  if (details) return details;
  const number = (name: string) => numbersOf({ cost: json[name] ?? null })?.['cost'];
  const cost = {
    input: number('calculatedInputCost'),
    output: number('calculatedOutputCost'),
    total: number('calculatedTotalCost') ?? number('totalCost'),
  };
  const known = definedOf(cost);
  return Object.keys(known).length > 0 ? known : undefined;
}

/** The members that are numbers, some servers' decimals as text among them; `undefined` without any. */
function numbersOf(value: JsonValue | undefined): Readonly<Record<string, number>> | undefined {
  if (!isJsonObject(value)) return undefined;
  const numbers: Record<string, number> = {};
  for (const [key, member] of Object.entries(value)) {
    const number = typeof member === 'string' && member !== '' ? Number(member) : member;
    if (typeof number === 'number' && Number.isFinite(number) && key !== '__proto__') numbers[key] = number;
  }
  return Object.keys(numbers).length > 0 ? numbers : undefined;
}

function definedOf(amounts: Readonly<Record<string, number | undefined>>): Readonly<Record<string, number>> {
  const known = Object.entries(amounts).filter((entry): entry is [string, number] => entry[1] !== undefined);
  return Object.fromEntries(known);
}
