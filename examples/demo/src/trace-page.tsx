import { TraceView, useTrace } from '@oriel/react';
import type { TraceViewState } from '@oriel/react';
import { goTo, printRoute } from './route.ts';

interface TracePageProps {
  /** Any id the store can resolve. */
  traceId: string;
  view: TraceViewState;
}

/** One trace, with everything the reader sees of it in the address. */
export function TracePage({ traceId, view }: TracePageProps) {
  const { data } = useTrace(traceId);

  return (
    <main className="demo-trace">
      <nav className="demo-crumbs" aria-label="Breadcrumb">
        <a href="#/">Traces</a>
        <span aria-hidden="true">/</span>
        <a href={printRoute({ traceId, view: {} })} aria-current="page" title={traceId}>
          {data?.trace.name ?? traceId}
        </a>
      </nav>
      <div className="demo-pane">
        <TraceView
          traceId={traceId}
          viewState={view}
          focusOnLoad
          onViewStateChange={(next) => goTo({ traceId, view: next }, { replace: true })}
        />
      </div>
    </main>
  );
}
