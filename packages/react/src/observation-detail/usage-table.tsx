'use client';

import { Fragment } from 'react';
import type { ReactNode } from 'react';
import type { BreakdownRow, Tokens, Usd } from '@oriel/core';
import { usePresentation } from './presentation.ts';

interface UsageTableProps {
  rows: readonly BreakdownRow[];
  totalTokens: Tokens | null;
  totalCost: Usd | null;
}

/** Tokens and cost by kind, with their totals. */
export function UsageTable({ rows, totalTokens, totalCost }: UsageTableProps) {
  const { messages, format } = usePresentation();
  const count = (value: Tokens | null) => (value === null ? '–' : format.count(value));
  const hasPrices = rows.some(({ unitPrice }) => unitPrice !== null);
  const money = (value: Usd | null) => (value === null ? '–' : format.cost(value));
  return (
    <table className="oriel-usage-table" aria-label={messages.usage}>
      <thead>
        <tr>
          <th scope="col">{messages.usageKey}</th>
          <th scope="col">{messages.tokens}</th>
          {hasPrices && <th scope="col">{messages.detail.perMillion}</th>}
          <th scope="col">{messages.cost}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, units, cost, unitPrice }) => (
          <tr key={key}>
            <th scope="row">{breakable(key)}</th>
            <td>{count(units)}</td>
            {hasPrices && <td>{money(unitPrice === null ? null : unitPrice * 1_000_000)}</td>}
            <td>{money(cost)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{messages.total}</th>
          <td>{count(totalTokens)}</td>
          {hasPrices && <td>–</td>}
          <td>{money(totalCost)}</td>
        </tr>
      </tfoot>
    </table>
  );
}

/** Lets a long key such as `input_cached_tokens` break where its words do. */
function breakable(key: string): ReactNode {
  return key.split('_').map((word, place) => (
    <Fragment key={place}>
      {place > 0 && (
        <>
          _<wbr />
        </>
      )}
      {word}
    </Fragment>
  ));
}
