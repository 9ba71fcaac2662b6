'use client';

import { lazy, Suspense, useState } from 'react';
import type { ReactNode } from 'react';
import { costGroupRecords } from '@oriel/core';
import type { CostGrouping, EpochMs, Filter, GroupValue, ObservationId, TraceId, View } from '@oriel/core';
import { usePresentation } from './presentation.ts';
import { Panel } from '../states/panel.tsx';
import type { PanelProps } from '../states/panel.tsx';
import { PanelMessage } from '../states/panel-message.tsx';
import { BudgetList } from './budget-list.tsx';
import { CostControls } from './cost-controls.tsx';
import { CostStats } from './cost-stats.tsx';
import { FindingList } from './finding-list.tsx';
import { groupingText } from './group-text.ts';
import { GroupTable } from './group-table.tsx';
import { UsageTable } from './usage-table.tsx';
import type { Costs } from './use-costs.ts';

/** Drawing comes with a library of its own, which the numbers do not wait for. */
const CostChart = lazy(async () => ({ default: (await import('./cost-chart.tsx')).CostChart }));

export interface CostPanelViewProps extends PanelProps {
  costs: Costs;
  groupBy: CostGrouping;
  onGroupBy: (groupBy: CostGrouping) => void;
  /** Keys of metadata to split by. @defaultValue none */
  metadataKeys?: readonly string[] | undefined;
  /** Called with the stretch that somebody chose in the chart. */
  onTimeRange?: ((range: { from: EpochMs; to: EpochMs }) => void) | undefined;
  /** Called with the condition that the records of a picked group meet; in the chart, with the stretch of its point. */
  onFilter?: ((filter: Filter, view: View, time?: { from: EpochMs; to: EpochMs }) => void) | undefined;
  /** Called when the example of a finding is opened, where traces have no address. */
  onOpen?: ((traceId: TraceId, observationId: ObservationId) => void) | undefined;
  /** What keeps a part of the costs from being there. @defaultValue nothing does */
  error?: Error | null | undefined;
  /** Asks again for what failed. */
  onRetry?: (() => void) | undefined;
  /** Stands at the end, such as what other prices would come to. */
  children?: ReactNode;
}

/** `CostPanel` for costs you already hold. */
export function CostPanelView({
  costs,
  groupBy,
  onGroupBy,
  metadataKeys = [],
  onTimeRange,
  onFilter,
  onOpen,
  error = null,
  onRetry,
  children,
  ...panel
}: CostPanelViewProps) {
  const presentation = usePresentation();
  const own = presentation.messages.costPanel;
  const [measure, setMeasure] = useState<'cost' | 'tokens'>('cost');
  const pick =
    onFilter &&
    ((group: GroupValue, time?: { from: EpochMs; to: EpochMs }) => {
      const { view, condition } = costGroupRecords(groupBy, group);
      onFilter(condition, view, ...(time ? [time] : []));
    });
  const isEmpty = costs.whole.calls === 0 && (costs.findings?.findings.length ?? 0) === 0;
  if (isEmpty) {
    return (
      <Panel aria-label={own.title} {...panel} name="cost-panel" state="empty">
        <PanelMessage kind="empty" title={own.empty}>
          {own.emptyHint}
        </PanelMessage>
      </Panel>
    );
  }
  return (
    <Panel aria-label={own.title} {...panel} name="cost-panel" state="ready">
      <div className="oriel-cost-panel-body" data-stale={costs.isStale ? '' : undefined}>
        <CostStats whole={costs.whole} before={costs.before} cache={costs.cache} />
        {error && (
          <PanelMessage kind="error" title={own.partFailed} onRetry={onRetry}>
            {error.message}
          </PanelMessage>
        )}
        {costs.findings && <FindingList findings={costs.findings} onOpen={onOpen} />}
        <BudgetList budgets={costs.budgets} />
        <section className="oriel-cost-panel-split">
          <CostControls
            grouping={groupBy}
            onGrouping={onGroupBy}
            metadataKeys={metadataKeys}
            measure={measure}
            onMeasure={setMeasure}
          />
          {costs.chart && (
            <Suspense fallback={<div className="oriel-cost-panel-chart" />}>
              <CostChart
                chart={costs.chart}
                split={groupingText(groupBy, presentation)}
                measure={measure}
                onTimeRange={onTimeRange}
                onPick={pick}
              />
            </Suspense>
          )}
          {costs.rows && <GroupTable rows={costs.rows} grouping={groupBy} onPick={pick} />}
        </section>
        {costs.types && costs.types.length > 0 && (
          <section className="oriel-cost-panel-split">
            <h3 className="oriel-section-title">{own.usageTypes}</h3>
            {costs.typesChart && (
              <Suspense fallback={<div className="oriel-cost-panel-chart" />}>
                <CostChart
                  chart={costs.typesChart}
                  split={own.usageType}
                  measure={measure}
                  onTimeRange={onTimeRange}
                  onPick={undefined}
                />
              </Suspense>
            )}
            <UsageTable types={costs.types} />
          </section>
        )}
        {children}
      </div>
    </Panel>
  );
}
