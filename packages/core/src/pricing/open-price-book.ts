import type { EpochMs, Usd } from '../model/units.ts';
import { compileList } from './listed-rules.ts';
import type { ListedRule } from './listed-rules.ts';
import type { PriceList, PriceRule } from './price-list.ts';
import { MAX_MODEL_NAME_LENGTH } from './price-pattern.ts';

/** A rule that finds a model's name, and whether it counts. */
export interface MatchingRule {
  /** The list's name and date. */
  readonly list: string;
  readonly rule: PriceRule;
  /**
   * - `counts`: this is the one.
   * - `not-yet`: it holds from a later moment on.
   * - `superseded`: a rule of the same list counts that holds from a later moment on, or stands further up.
   * - `other-list`: a rule of an earlier list counts.
   */
  readonly why: 'counts' | 'not-yet' | 'superseded' | 'other-list';
}

/** Answers for one set of lists. */
export interface PriceBook {
  /**
   * Every rule that finds a model's name, in the order they are asked, each with why it counts or does not; empty where
   * none does.
   *
   * @param at - when the call began.
   */
  explain(model: string, at: EpochMs): readonly MatchingRule[];
  /** US dollars for one unit by usage key: the default tier of the rule that counts; `null` where none does. */
  pricesOf(model: string, at: EpochMs): Readonly<Record<string, Usd>> | null;
}

/**
 * Which rule of which list prices a model, and why: as `createPricer` decides it. Rules of an earlier list beat those of
 * later ones.
 *
 * @throws PriceListError - a rule cannot be used.
 * @example
 * openPriceBook([ourPrices, await loadDefaultPrices()]).explain('gpt-4o', Date.now())[0]?.why; // 'counts'
 */
export function openPriceBook(lists: readonly PriceList[]): PriceBook {
  const compiled = lists.map(compileList);
  const known = new Map<string, readonly ListedRule[]>();

  const rulesOf = (model: string) => {
    if (model.length > MAX_MODEL_NAME_LENGTH) return [];
    let rules = known.get(model);
    if (!rules) {
      rules = compiled.flatMap((list) => list.filter(({ rule }) => rule.pattern.test(model)));
      known.set(model, rules);
    }
    return rules;
  };
  const countingAt = (rules: readonly ListedRule[], at: EpochMs) =>
    rules.find(({ rule }) => rule.startTime <= at);

  return {
    explain(model, at) {
      const rules = rulesOf(model);
      const counting = countingAt(rules, at);
      return rules.map((listed) => ({
        list: listed.list,
        rule: listed.source,
        why:
          listed === counting
            ? 'counts'
            : listed.rule.startTime > at
              ? 'not-yet'
              : listed.list === counting?.list
                ? 'superseded'
                : 'other-list',
      }));
    },
    pricesOf(model, at) {
      const source = countingAt(rulesOf(model), at)?.source;
      return source?.tiers.find(({ isDefault }) => isDefault)?.prices ?? null;
    },
  };
}
