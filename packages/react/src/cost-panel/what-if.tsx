'use client';

import { useState } from 'react';
import type { RecordQuery } from '@oriel/core';
import type { PriceList } from '@oriel/core/pricing';
import { RepricingProgress } from '../prices/repricing-progress.tsx';
import { RepricingTable } from '../prices/repricing-table.tsx';
import { usePriceLists } from '../prices/use-price-lists.ts';
import { useRepricing } from '../prices/use-repricing.ts';
import { TableScroller } from '../prices/table-scroller.tsx';
import { usePresentation } from './presentation.ts';

interface WhatIfProps {
  /** The calls to price. */
  query: RecordQuery;
  /** Lists of the host's, besides those of the store. */
  priceLists: readonly PriceList[];
}

/** What the calls that are shown would cost with another price list; nothing is written. */
export function WhatIf({ query, priceLists }: WhatIfProps) {
  const { messages, format } = usePresentation();
  const own = messages.costPanel;
  const { lists } = usePriceLists();
  const { run, start, cancel } = useRepricing();
  const [place, setPlace] = useState(0);
  const choices = [...priceLists, ...(lists ?? [])];
  const chosen = choices[place] ?? choices[0];
  const nameOf = ({ name, date }: PriceList) => `${name} ${date}`;
  return (
    <section className="oriel-cost-panel-what-if">
      <h3 className="oriel-section-title">{own.whatIf}</h3>
      <p className="oriel-quiet">{own.whatIfHint}</p>
      <div className="oriel-cost-panel-controls">
        <label className="oriel-prices-field">
          {own.priceList}
          <select
            className="oriel-prices-input"
            value={place}
            onChange={({ target }) => setPlace(Number(target.value))}
          >
            {choices.map((list, index) => (
              <option key={`${index} ${list.name}`} value={index}>
                {nameOf(list)}
              </option>
            ))}
          </select>
        </label>
        <button
          type="button"
          className="oriel-button"
          disabled={!chosen || run.state === 'running'}
          onClick={() => chosen && start({ lists: [chosen], query })}
        >
          {own.compute}
        </button>
      </div>
      <div aria-live="polite">
        {run.state === 'running' && <RepricingProgress done={run.done} count={run.count} onCancel={cancel} />}
        {run.state === 'cancelled' && <p className="oriel-quiet">{own.cancelled}</p>}
        {run.state === 'failed' && <p className="oriel-cost-panel-failed">{run.message}</p>}
        {run.state === 'done' && (
          <>
            <p>
              {chosen &&
                own.withPrices(nameOf(chosen), format.cost(run.report.before), format.cost(run.report.after))}
            </p>
            <TableScroller label={own.whatIf}>
              <RepricingTable report={run.report} />
            </TableScroller>
          </>
        )}
      </div>
    </section>
  );
}
