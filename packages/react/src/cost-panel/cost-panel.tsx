'use client';

import { lazy, Suspense } from 'react';
import type { CostGrouping, EpochMs, ObservationId, TraceId } from '@oriel/core';
import type { PriceList } from '@oriel/core/pricing';
import { useFilters } from '../filters/use-filters.ts';
import { isRetryable } from '../queries/read-policy.ts';
import { usePresentation } from './presentation.ts';
import { useControlled } from '../state/use-controlled.ts';
import { Panel } from '../states/panel.tsx';
import type { PanelProps } from '../states/panel.tsx';
import { PanelMessage } from '../states/panel-message.tsx';
import { SkeletonLines } from '../states/skeleton-lines.tsx';
import { CostPanelView } from './cost-panel-view.tsx';
import type { CostPanelViewProps } from './cost-panel-view.tsx';
import { useCosts } from './use-costs.ts';
import type { UseCostsOptions } from './use-costs.ts';

/** Pricing again is code of its own. */
const WhatIf = lazy(async () => ({ default: (await import('./what-if.tsx')).WhatIf }));

export interface CostPanelProps extends PanelProps, UseCostsOptions, Pick<CostPanelViewProps, 'onFilter'> {
  /** Held by you. @defaultValue held by the panel */
  groupBy?: CostGrouping | undefined;
  /** @defaultValue 'model' */
  defaultGroupBy?: CostGrouping | undefined;
  onGroupBy?: ((groupBy: CostGrouping) => void) | undefined;
  /** Price lists to try, besides the store's own and the one that comes with Oriel. Keep the list stable. */
  priceLists?: readonly PriceList[] | undefined;
  /** Called with the stretch that somebody chose in the chart. @defaultValue the `FilterProvider` shows it */
  onTimeRange?: ((range: { from: EpochMs; to: EpochMs }) => void) | undefined;
  /** Called when the example of a finding is opened, where the provider's `navigation` has no address for traces. */
  onOpen?: ((traceId: TraceId, observationId: ObservationId) => void) | undefined;
}

const NO_LISTS: readonly PriceList[] = [];

/**
 * What calls cost, by whatever they know; what is missing from that or counted twice; what caches saved; where budgets will
 * end; and what other prices would come to.
 *
 * @example
 * <CostPanel defaultGroupBy="metadata.organisation" budgets={[{ name: 'All', amount: 500, period: 'month' }]} />
 */
export function CostPanel({
  traces,
  groupBy: chosen,
  defaultGroupBy = 'model',
  onGroupBy,
  budgets,
  priceLists = NO_LISTS,
  onTimeRange,
  onFilter,
  onOpen,
  ...panel
}: CostPanelProps) {
  const { messages } = usePresentation();
  const own = messages.costPanel;
  const { setFilters } = useFilters();
  const [groupBy, setGroupBy] = useControlled(chosen, defaultGroupBy, onGroupBy);
  const { costs, queries, metadataKeys, error, retry } = useCosts({ traces, groupBy, budgets });

  if (costs) {
    return (
      <CostPanelView
        {...panel}
        costs={costs}
        groupBy={groupBy}
        onGroupBy={setGroupBy}
        metadataKeys={metadataKeys}
        onTimeRange={onTimeRange ?? ((time) => setFilters((present) => ({ ...present, time })))}
        onFilter={onFilter}
        onOpen={onOpen}
        error={error}
        onRetry={error && isRetryable(error) ? retry : undefined}
      >
        <Suspense fallback={null}>
          <WhatIf query={queries.observations} priceLists={priceLists} />
        </Suspense>
      </CostPanelView>
    );
  }
  if (error) {
    return (
      <Panel aria-label={own.title} {...panel} name="cost-panel" state="error">
        <PanelMessage kind="error" title={own.failed} onRetry={isRetryable(error) ? retry : undefined}>
          {error.message}
        </PanelMessage>
      </Panel>
    );
  }
  return (
    <Panel aria-label={own.title} {...panel} name="cost-panel" state="loading">
      <SkeletonLines count={10} className="oriel-cost-panel-skeleton" label={own.loading} />
    </Panel>
  );
}
