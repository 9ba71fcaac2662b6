'use client';

import type { UsageTypeRow } from '@oriel/core';
import { TableScroller } from '../prices/table-scroller.tsx';
import { usePresentation } from './presentation.ts';

/** What each kind of usage came to, and what a million of it cost. */
export function UsageTable({ types }: { types: readonly UsageTypeRow[] }) {
  const { messages, format } = usePresentation();
  const own = messages.costPanel;
  return (
    <TableScroller label={own.usageTypes}>
      <table className="oriel-prices-table">
        <caption className="oriel-visually-hidden">{own.usageTypes}</caption>
        <thead>
          <tr>
            <th scope="col">{own.usageType}</th>
            <th scope="col" data-numeric="">
              {own.units}
            </th>
            <th scope="col" data-numeric="">
              {own.cost}
            </th>
            <th scope="col" data-numeric="">
              {own.perMillion}
            </th>
          </tr>
        </thead>
        <tbody>
          {types.map(({ key, units, cost }) => (
            <tr key={key ?? ''}>
              <th scope="row">
                {key !== null && <code>{key}</code>}
                {key === null && (units < 0 ? own.beyondTotals : own.notSplit)}
              </th>
              <td data-numeric="">{format.count(units)}</td>
              <td data-numeric="">
                <bdi>{format.cost(cost)}</bdi>
              </td>
              <td data-numeric="">
                <bdi>{units <= 0 ? '–' : format.cost((cost / units) * 1e6)}</bdi>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroller>
  );
}
