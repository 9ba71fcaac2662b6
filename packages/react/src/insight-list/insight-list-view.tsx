'use client';

import { usePresentation } from './presentation.ts';
import { Panel } from '../states/panel.tsx';
import type { PanelProps } from '../states/panel.tsx';
import { PanelMessage } from '../states/panel-message.tsx';
import { SkeletonLines } from '../states/skeleton-lines.tsx';
import { useSelection } from '../trace-focus/use-selection.ts';
import type { SelectionOptions } from '../trace-focus/use-selection.ts';
import { ContextChart } from './context-chart.tsx';
import { LossList } from './loss-list.tsx';
import { SuspectList } from './suspect-list.tsx';
import { useInsights } from './use-insights.ts';
import type { UseInsightsOptions } from './use-insights.ts';

export interface InsightListViewProps extends PanelProps, SelectionOptions, UseInsightsOptions {}

/** `InsightList` for a trace you already hold: no store, no loading state. */
export function InsightListView({
  structure,
  readPayloads,
  payloadLimit,
  selectedId: givenSelectedId,
  defaultSelectedId,
  onSelect,
  ...panel
}: InsightListViewProps) {
  const { messages, format } = usePresentation();
  const own = messages.insightList;
  const [selectedId, select] = useSelection({ selectedId: givenSelectedId, defaultSelectedId, onSelect });
  const { found, reading, readRest } = useInsights({ structure, readPayloads, payloadLimit });
  const frame = { 'aria-label': own.title, ...panel, name: 'insight-list' };

  if (structure.observations.length === 0) {
    return (
      <Panel {...frame} state="empty">
        <PanelMessage kind="empty" title={messages.noObservations}>
          {messages.noObservationsHint}
        </PanelMessage>
      </Panel>
    );
  }
  if (!found) {
    return (
      <Panel {...frame} state="loading">
        <SkeletonLines count={8} className="oriel-insight-list-skeleton-line" label={own.thinking} />
      </Panel>
    );
  }
  const { insights, context, ledger, payloads } = found;
  const picks = { selectedId, onSelect: select };
  return (
    <Panel {...frame} state="ready">
      <div className="oriel-insight-list-body">
        <section aria-label={own.suspects}>
          <h3 className="oriel-section-title">{own.suspects}</h3>
          {insights.length === 0 ? (
            <p className="oriel-quiet">
              {own.nothing}. {own.nothingHint}
            </p>
          ) : (
            <SuspectList insights={insights} {...picks} />
          )}
          {reading === 'reading' && <output className="oriel-insight-list-note">{own.reading}</output>}
          {reading !== 'reading' && payloads.read < payloads.wanted && (
            <p className="oriel-insight-list-note" data-failed={reading === 'failed' ? '' : undefined}>
              {reading === 'failed' && `${messages.payloadFailed}. `}
              {own.coverage(format.count(payloads.read), format.count(payloads.wanted))}
              {readPayloads && (
                <button type="button" className="oriel-text-button" onClick={readRest}>
                  {reading === 'failed' ? messages.retry : own.lookAtRest}
                </button>
              )}
            </p>
          )}
        </section>
        {context.length > 0 && (
          <section aria-label={own.context}>
            <h3 className="oriel-section-title">{own.context}</h3>
            <ContextChart context={context} {...picks} />
          </section>
        )}
        <section aria-label={own.losses}>
          <h3 className="oriel-section-title">{own.losses}</h3>
          <LossList ledger={ledger} {...picks} />
        </section>
      </div>
    </Panel>
  );
}
