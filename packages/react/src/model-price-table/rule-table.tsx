'use client';

import { useMemo, useState } from 'react';
import { ruleRows } from '@oriel/core/pricing';
import type { PriceList, PriceRule, RuleRow } from '@oriel/core/pricing';
import { TableScroller } from '../prices/table-scroller.tsx';
import { usePresentation } from './presentation.ts';
import { PanelMessage } from '../states/panel-message.tsx';

interface RuleTableProps {
  lists: readonly PriceList[];
  /** Name of the list whose rules can be edited. */
  ownList: string;
  /** Opens a rule: the host's own, or another to override. @defaultValue rules cannot be edited */
  onEdit: ((rule: PriceRule, isOwn: boolean) => void) | undefined;
}

const FIRST = 25;
const MORE = 100;

/** The rules of all lists in the order they are asked, with what a text finds of them. */
export function RuleTable({ lists, ownList, onEdit }: RuleTableProps) {
  const { messages, format } = usePresentation();
  const own = messages.modelPriceTable;
  const [text, setText] = useState('');
  const [limit, setLimit] = useState(FIRST);
  const rows = useMemo(() => ruleRows(lists, text), [lists, text]);
  const count = lists.reduce((sum, { rules }) => sum + rules.length, 0);
  const isOwn = ({ listIndex }: RuleRow) => lists[listIndex]?.name === ownList;
  const price = (amount: number | null) => (amount === null ? '–' : format.cost(amount));
  return (
    <section className="oriel-model-price-table-rules">
      <div className="oriel-model-price-table-bar">
        <label className="oriel-prices-field">
          {own.search}
          <input
            type="search"
            className="oriel-prices-input"
            value={text}
            onChange={({ target }) => setText(target.value)}
          />
        </label>
        <span className="oriel-quiet" aria-live="polite">
          {own.ruleCount(format.count(rows.length), format.count(count))}
        </span>
      </div>
      {rows.length === 0 ? (
        <PanelMessage kind="empty" title={own.noRule}>
          {own.noRuleHint}
        </PanelMessage>
      ) : (
        <TableScroller label={own.rules}>
          <table className="oriel-prices-table">
            <caption className="oriel-visually-hidden">{`${own.title}: ${own.perMillion}`}</caption>
            <thead>
              <tr>
                <th scope="col">{own.rule}</th>
                <th scope="col">{own.list}</th>
                <th scope="col">{own.from}</th>
                <th scope="col" data-numeric="" title={own.perMillion}>
                  {own.input}
                </th>
                <th scope="col" data-numeric="" title={own.perMillion}>
                  {own.output}
                </th>
                <th scope="col" data-numeric="" title={own.perMillion}>
                  {own.cacheRead}
                </th>
                <th scope="col">
                  <span className="oriel-visually-hidden">{own.edit}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.slice(0, limit).map((row) => (
                <tr key={`${row.list} ${row.rule.id}`} data-own={isOwn(row) ? '' : undefined}>
                  <th scope="row" title={`${row.rule.id}\n${row.rule.matchPattern}`}>
                    <bdi>{row.rule.id}</bdi>
                    <code className="oriel-model-price-table-pattern" dir="ltr">
                      {row.rule.matchPattern}
                    </code>
                  </th>
                  <td>
                    <bdi>{row.list}</bdi>
                    {row.otherTiers > 0 && (
                      <span className="oriel-model-price-table-note">{own.otherTiers(row.otherTiers)}</span>
                    )}
                  </td>
                  <td>{row.rule.startDate ?? own.always}</td>
                  <td data-numeric="">{price(row.input)}</td>
                  <td data-numeric="">{price(row.output)}</td>
                  <td data-numeric="">{price(row.cacheRead)}</td>
                  <td>
                    {onEdit && (
                      <button
                        type="button"
                        className="oriel-text-button"
                        aria-label={isOwn(row) ? own.editRule(row.rule.id) : own.copyRule(row.rule.id)}
                        onClick={() => onEdit(row.rule, isOwn(row))}
                      >
                        {isOwn(row) ? own.edit : own.copy}
                      </button>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableScroller>
      )}
      {rows.length > limit && (
        <button type="button" className="oriel-text-button" onClick={() => setLimit(limit + MORE)}>
          {messages.showMore}
        </button>
      )}
    </section>
  );
}
