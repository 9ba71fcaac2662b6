import { useEffect, useRef } from 'react';
import { ObservationDetail, TraceTree, useTrace } from '@oriel/react';
import { goTo, printRoute } from './route.ts';

interface TracePageProps {
  /** Any id the store can resolve. */
  traceId: string;
  /** `null` for the trace itself. */
  observationId: string | null;
}

/** One trace: its tree beside what is picked in it. */
export function TracePage({ traceId, observationId }: TracePageProps) {
  const { data } = useTrace(traceId);
  const treeRef = useRef<HTMLDivElement>(null);
  const isLoaded = data !== undefined && data !== null;

  // Whoever comes from the list by keyboard goes on in the tree.
  useEffect(() => {
    if (isLoaded)
      treeRef.current?.querySelector<HTMLElement>('[role="tree"]')?.focus({ preventScroll: true });
  }, [isLoaded]);

  return (
    <main className="demo-trace">
      <nav className="demo-crumbs" aria-label="Breadcrumb">
        <a href="#/">Traces</a>
        <span aria-hidden="true">/</span>
        <a
          href={printRoute({ traceId, observationId: null })}
          aria-current={observationId === null ? 'page' : undefined}
          title={traceId}
        >
          {data?.trace.name ?? traceId}
        </a>
      </nav>
      <div ref={treeRef} className="demo-pane">
        <TraceTree
          traceId={traceId}
          selectedId={observationId}
          onSelect={(id) => goTo({ traceId, observationId: id }, { replace: true })}
        />
      </div>
      <div className="demo-pane">
        <ObservationDetail traceId={traceId} observationId={observationId} />
      </div>
    </main>
  );
}
