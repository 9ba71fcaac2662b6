'use client';

import { useMemo } from 'react';
import { narrowQuery } from '@oriel/core';
import type { RecordQuery } from '@oriel/core';
import { openPriceBook, OWN_PRICES } from '@oriel/core/pricing';
import type { PriceList, PriceRule } from '@oriel/core/pricing';
import { useFacets } from '../hooks/use-facets.ts';

const MOST_MODELS = 1000;

/** The lists with a rule put in its place among the host's own; without it for `null`. */
export function listsWith(
  lists: readonly PriceList[],
  id: string,
  rule: PriceRule | null,
): readonly PriceList[] {
  const own = lists.find(({ name }) => name === OWN_PRICES);
  const rules = (own?.rules ?? []).filter((one) => one.id !== id);
  const others = lists.filter((list) => list !== own);
  const changed = rule === null ? rules : [...rules, rule];
  const date = own?.date ?? new Date().toISOString().slice(0, 10);
  return changed.length === 0 ? others : [{ name: OWN_PRICES, date, rules: changed }, ...others];
}

/** The calls that a rule may price: those of the models that it finds, within a query. */
export function useRuleQuery(rule: PriceRule, query: RecordQuery): RecordQuery {
  const { data } = useFacets({ view: 'observations', ...query, fields: ['model'], limit: MOST_MODELS });
  return useMemo(() => {
    const book = openPriceBook([{ name: 'one', date: '1970-01-01', rules: [{ ...rule, startDate: null }] }]);
    const models = data?.[0]?.values.map(({ value }) => String(value)) ?? [];
    const found = models.filter((model) => book.explain(model, 0).length > 0);
    return narrowQuery(query, { filter: { field: 'model', op: 'any-of', value: found } });
  }, [rule, query, data]);
}
