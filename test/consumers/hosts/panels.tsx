import type { ReactElement } from 'react';
import { addComment, referenceStore } from '@oriel/core';
import { generateTraffic } from '@oriel/core/testing';
import { OrielProvider } from '@oriel/react';
import { AgentGraph } from '@oriel/react/agent-graph';
import { Comments } from '@oriel/react/comments';
import { CostPanel } from '@oriel/react/cost-panel';
import { CuratedDashboard } from '@oriel/react/dashboard-grid';
import { FacetList } from '@oriel/react/facet-list';
import { Feedback } from '@oriel/react/feedback';
import { FilterBar } from '@oriel/react/filter-bar';
import { HomeCards } from '@oriel/react/home-cards';
import { InsightList } from '@oriel/react/insight-list';
import { LogView } from '@oriel/react/log-view';
import { MetricChart } from '@oriel/react/metric-chart';
import { ModelPriceTable } from '@oriel/react/model-price-table';
import { ObservationDetail } from '@oriel/react/observation-detail';
import { ObservationTable } from '@oriel/react/observation-table';
import { ReleaseCompare } from '@oriel/react/release-compare';
import { SavedViews } from '@oriel/react/saved-views';
import { ScoreAnalytics } from '@oriel/react/score-analytics';
import { ScoreForm } from '@oriel/react/score-form';
import { ScoreTable } from '@oriel/react/score-table';
import { SessionTable } from '@oriel/react/session-table';
import { SessionThread } from '@oriel/react/session-thread';
import { TimelineChart } from '@oriel/react/timeline-chart';
import { TraceList } from '@oriel/react/trace-list';
import { TraceTable } from '@oriel/react/trace-table';
import { TraceTree } from '@oriel/react/trace-tree';
import { TraceView } from '@oriel/react/trace-view';
import { UserDetail } from '@oriel/react/user-detail';
import { UserTable } from '@oriel/react/user-table';

/** Each panel as its own entry gives it, and with nothing around it but a provider of two days of traffic. */
export async function loadPanels(): Promise<Record<string, ReactElement>> {
  const store = referenceStore();
  const patches = [...generateTraffic({ days: 2, tracesPerDay: 20, until: Date.now() })].flat();
  await store.traces.write(patches);
  await store.documents.write({
    kind: 'score-config',
    name: 'helpful',
    body: { name: 'helpful', dataType: 'BOOLEAN' },
  });
  const chat = patches.find((patch) => patch.kind === 'trace' && patch.sessionId && patch.userId);
  if (chat?.kind !== 'trace' || !chat.sessionId || !chat.userId) {
    throw new Error('The traffic has no conversation, so there is nothing to show. Take another seed.');
  }
  const { id: traceId, sessionId, userId } = chat;
  await addComment(
    store.documents,
    { traceId },
    { id: 'first', author: { id: 'ada', name: 'Ada' }, createdAt: Date.now(), text: 'Why twice?' },
  );

  const panels = {
    AgentGraph: <AgentGraph traceId={traceId} />,
    Comments: <Comments traceId={traceId} />,
    CostPanel: <CostPanel />,
    CuratedDashboard: <CuratedDashboard dashboard="latency" />,
    FacetList: <FacetList view="traces" />,
    Feedback: <Feedback traceId={traceId} />,
    FilterBar: <FilterBar view="traces" />,
    HomeCards: <HomeCards />,
    InsightList: <InsightList traceId={traceId} />,
    LogView: <LogView traceId={traceId} />,
    MetricChart: (
      <MetricChart
        title="Traces"
        metric={{ kind: 'number', view: 'traces', measures: [{ aggregate: 'count' }] }}
      />
    ),
    ModelPriceTable: <ModelPriceTable />,
    ObservationDetail: <ObservationDetail traceId={traceId} observationId={null} />,
    ObservationTable: <ObservationTable />,
    ReleaseCompare: <ReleaseCompare />,
    SavedViews: <SavedViews view="traces" />,
    ScoreAnalytics: <ScoreAnalytics />,
    ScoreForm: <ScoreForm traceId={traceId} author="ada" />,
    ScoreTable: <ScoreTable />,
    SessionTable: <SessionTable />,
    SessionThread: <SessionThread sessionId={sessionId} />,
    TimelineChart: <TimelineChart traceId={traceId} />,
    TraceList: <TraceList />,
    TraceTable: <TraceTable />,
    TraceTree: <TraceTree traceId={traceId} />,
    TraceView: <TraceView traceId={traceId} />,
    UserDetail: <UserDetail userId={userId} />,
    UserTable: <UserTable />,
  };
  return Object.fromEntries(
    Object.entries(panels).map(([name, panel]) => [
      name,
      <OrielProvider key={name} store={store} timeZone="UTC">
        <div style={{ height: 600 }}>{panel}</div>
      </OrielProvider>,
    ]),
  );
}
