import type { EpochMs } from '../model/units.ts';
import { checkPriceList } from './check-price-list.ts';
import { compileRule } from './compiled-rule.ts';
import type { CompiledRule } from './compiled-rule.ts';
import type { PriceList, PriceRule } from './price-list.ts';
import { PriceListError } from './price-list-error.ts';

/** A rule ready to be asked, with where it comes from. */
export interface ListedRule {
  /** The list's name and date. */
  readonly list: string;
  readonly rule: CompiledRule;
  /** As it stands in the list. */
  readonly source: PriceRule;
}

/**
 * The rules of a list in the order they are asked.
 *
 * @throws PriceListError - a rule cannot be used.
 */
export function compileList(list: PriceList): readonly ListedRule[] {
  const problems = checkPriceList(list);
  if (problems.length > 0) throw new PriceListError(list.name, problems);
  const label = `${list.name} ${list.date}`;
  return (
    list.rules
      .flatMap((source) => {
        const rule = compileRule(source);
        return rule === undefined ? [] : [{ list: label, rule, source }];
      })
      // Stable: of rules with one start, the earlier in the list counts.
      .toSorted(({ rule: a }, { rule: b }) => (a.startTime === b.startTime ? 0 : b.startTime - a.startTime))
  );
}

/** The rules that may count for a model, in the order they are asked. */
export function matchingRules(
  lists: readonly (readonly ListedRule[])[],
  model: string,
): readonly ListedRule[] {
  const found = lists.flatMap((rules) => rules.filter(({ rule }) => rule.pattern.test(model)));
  // Behind a rule that always holds, none is ever asked.
  const last = found.findIndex(({ rule }) => rule.startTime === -Infinity);
  return last === -1 ? found : found.slice(0, last + 1);
}

/** Which of them counts for a call of that moment. */
export function ruleAt(rules: readonly ListedRule[], startTime: EpochMs | undefined): ListedRule | undefined {
  let time = startTime;
  for (const listed of rules) {
    if (listed.rule.startTime === -Infinity) return listed;
    time ??= Date.now();
    if (listed.rule.startTime <= time) return listed;
  }
  return undefined;
}
