import { withoutNoiseSql } from './expressions.ts';
import { number, texts } from './field-sql.ts';
import type { FieldSql } from './field-sql.ts';
import { unitOrder } from './expressions.ts';

/** Core's `AMOUNT_FIELDS` over two maps. */
export function amountFields(usage: string, cost: string): Record<string, FieldSql> {
  return {
    inputTokens: number(sumOf(usage, INPUT)),
    outputTokens: number(sumOf(usage, OUTPUT)),
    totalTokens: number(total(usage)),
    inputCost: number(withoutNoiseSql(sumOf(cost, INPUT))),
    outputCost: number(withoutNoiseSql(sumOf(cost, OUTPUT))),
    totalCost: number(withoutNoiseSql(total(cost))),
    usageKeys: texts(keys(usage)),
    costKeys: texts(keys(cost)),
  };
}

/** One key as it was reported; the key is a parameter. */
export function amountSql(map: string, key: string): FieldSql {
  return number(`if(mapContains(${map}, ${key}), ${map}[${key}], NULL)`);
}

/** Output tokens a second over a length of time in milliseconds. */
export function tokensPerSecond(usage: string, milliseconds: string): string {
  return `if(ifNull(${milliseconds}, 0) > 0, ${sumOf(usage, OUTPUT)} / (${milliseconds} / 1000), NULL)`;
}

const INPUT = "position(k, 'input') > 0";
const OUTPUT = "position(k, 'input') = 0 AND position(k, 'output') > 0";

/** Details are exclusive of their totals, so nothing is counted twice. */
function sumOf(map: string, speaks: string): string {
  const values = `mapValues(mapFilter((k, v) -> k != 'total' AND ${speaks}, ${map}))`;
  return `if(empty(${values}), NULL, arraySum(${values}))`;
}

function total(map: string): string {
  return `if(mapContains(${map}, 'total'), ${map}['total'], ${sumOf(map, '1')})`;
}

function keys(map: string): string {
  return `arraySort(k -> ${unitOrder('k')}, mapKeys(${map}))`;
}
