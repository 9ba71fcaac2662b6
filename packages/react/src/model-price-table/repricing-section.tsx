'use client';

import type { PriceList } from '@oriel/core/pricing';
import type { RecordQuery } from '@oriel/core';
import { RepricingProgress } from '../prices/repricing-progress.tsx';
import { RepricingTable } from '../prices/repricing-table.tsx';
import { TableScroller } from '../prices/table-scroller.tsx';
import { useRepricing } from '../prices/use-repricing.ts';
import { usePresentation } from './presentation.ts';

interface RepricingSectionProps {
  title: string;
  hint: string;
  /** What the button says. */
  action: string;
  lists: readonly PriceList[];
  query: RecordQuery;
  /** Keeps the new costs. */
  isWriting: boolean;
}

/** Prices a range again, with progress and a way to end it; says what that changes, or would change. */
export function RepricingSection({ title, hint, action, lists, query, isWriting }: RepricingSectionProps) {
  const { messages, format } = usePresentation();
  const own = messages.modelPriceTable;
  const { run, start, cancel } = useRepricing();
  const say = isWriting ? own.hasChanged : own.wouldChange;
  return (
    <section className="oriel-model-price-table-repricing" aria-label={title}>
      <h3 className="oriel-section-title">{title}</h3>
      <p className="oriel-quiet">{hint}</p>
      <button
        type="button"
        className="oriel-button"
        disabled={run.state === 'running'}
        onClick={() => start({ lists, query, isWriting })}
      >
        {action}
      </button>
      <div aria-live="polite">
        {run.state === 'running' && <RepricingProgress done={run.done} count={run.count} onCancel={cancel} />}
        {run.state === 'cancelled' && <p className="oriel-quiet">{own.repriceCancelled}</p>}
        {run.state === 'failed' && <p className="oriel-model-price-table-failed">{run.message}</p>}
        {run.state === 'done' && (
          <>
            <p>
              {say(
                format.count(run.report.changed),
                format.cost(run.report.before),
                format.cost(run.report.after),
              )}
            </p>
            <TableScroller label={`${title}: ${messages.model}`}>
              <RepricingTable report={run.report} />
            </TableScroller>
          </>
        )}
      </div>
    </section>
  );
}
