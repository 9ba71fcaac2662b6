'use client';

import type { RepricingReport } from '@oriel/core/pricing';
import { usePresentation } from './presentation.ts';

/** What pricing a range again changes, model by model. */
export function RepricingTable({ report }: { report: RepricingReport }) {
  const { messages, format } = usePresentation();
  const own = messages.costPanel;
  const signed = (amount: number) => `${amount > 0 ? '+' : ''}${format.cost(amount)}`;
  const rows = [...report.models, null];
  return (
    <table className="oriel-prices-table">
      <caption className="oriel-visually-hidden">{own.whatIf}</caption>
      <thead>
        <tr>
          <th scope="col">{messages.model}</th>
          <th scope="col" data-numeric="">
            {own.calls}
          </th>
          <th scope="col" data-numeric="">
            {own.before}
          </th>
          <th scope="col" data-numeric="">
            {own.after}
          </th>
          <th scope="col" data-numeric="">
            {own.difference}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const { before, after, changed, observations } = row ?? report;
          return (
            <tr key={row === null ? 'total' : `model ${row.model ?? ''}`} data-total={row ? undefined : ''}>
              <th scope="row">
                <bdi>{row === null ? messages.total : (row.model ?? own.none)}</bdi>
              </th>
              <td data-numeric="" title={own.unchangedCalls(format.count(changed))}>
                {format.count(changed)} / {format.count(observations)}
              </td>
              <td data-numeric="">
                <bdi>{format.cost(before)}</bdi>
              </td>
              <td data-numeric="">
                <bdi>{format.cost(after)}</bdi>
              </td>
              <td data-numeric="">
                <bdi>{signed(after - before)}</bdi>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
