import type { Usd } from '../model/units.ts';
import type { PriceList, PriceRule } from './price-list.ts';

/** A rule as a line of a table. */
export interface RuleRow {
  /** The list's name and date. */
  readonly list: string;
  /** Place of the list among those handed in. */
  readonly listIndex: number;
  readonly rule: PriceRule;
  /** US dollars for a million units in the default tier; `null` where it has no such price. */
  readonly input: Usd | null;
  readonly output: Usd | null;
  readonly cacheRead: Usd | null;
  /** Tiers besides the default. */
  readonly otherTiers: number;
}

/** Keys under which the same price is found: the first that a tier has counts. */
const CACHE_READ = ['input_cached_tokens', 'input_cache_read', 'cache_read_input_tokens'];

/**
 * The rules of all lists as lines, in the order they are asked.
 *
 * @param text - only rules whose id, pattern or list has it, whatever the case. Default: all.
 */
export function ruleRows(lists: readonly PriceList[], text = ''): readonly RuleRow[] {
  const wanted = text.trim().toLowerCase();
  return lists.flatMap(({ name, date, rules }, listIndex) => {
    const list = `${name} ${date}`;
    return rules
      .filter(({ id, matchPattern }) => `${id}\n${matchPattern}\n${list}`.toLowerCase().includes(wanted))
      .map((rule): RuleRow => {
        const prices = rule.tiers.find(({ isDefault }) => isDefault)?.prices ?? {};
        const million = (...keys: string[]) => {
          const price = keys.map((key) => prices[key]).find((found) => found !== undefined);
          return price === undefined ? null : perMillion(price);
        };
        return {
          list,
          listIndex,
          rule,
          input: million('input', 'total'),
          output: million('output'),
          cacheRead: million(...CACHE_READ),
          otherTiers: rule.tiers.length - 1,
        };
      });
  });
}

/** The price of a million units of the price of one, as on paper: 1.5e-7 becomes 0.15. */
export function perMillion(price: Usd): Usd {
  return movePoint(price, 6);
}

/** The price of one unit of the price of a million, as on paper. */
export function perUnit(price: Usd): Usd {
  return movePoint(price, -6);
}

function movePoint(price: number, places: number): number {
  const [digits = '0', exponent = '0'] = String(price).split('e');
  return Number(`${digits}e${Number(exponent) + places}`);
}
