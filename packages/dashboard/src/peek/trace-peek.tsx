'use client';

import { useMemo } from 'react';
import { Dialog } from 'radix-ui';
import { TraceView, parseTraceViewState, printTraceViewState, useTrace } from '@oriel/react';
import type { TraceViewState } from '@oriel/react';
import type { Order, TraceId } from '@oriel/core';
import { PageLink } from '../layout/page-link.tsx';
import { useDashboard } from '../navigation/dashboard-context.ts';
import { filterQuery } from '../navigation/filter-query.ts';
import { readParameter, setParameter } from '../navigation/query-parameter.ts';
import { ItemSteps } from '../pages/item-steps.tsx';
import { useReviewTabs } from '../pages/use-review-tabs.tsx';

interface TracePeekProps {
  /** `null`: nothing is peeked at. */
  traceId: TraceId | null;
  /** Of the list beneath. */
  order: Order | undefined;
}

/** A trace slid over the list it was picked from, which stays usable beside it. Escape closes it. */
export function TracePeek({ traceId, order }: TracePeekProps) {
  const { frame, route, go } = useDashboard();
  const withoutPeek = () => listQuery(route.query);
  return (
    <Dialog.Root
      modal={false}
      open={traceId !== null}
      onOpenChange={(isOpen) => !isOpen && go({ ...route, query: withoutPeek() })}
    >
      <Dialog.Portal container={frame}>
        <Dialog.Content
          className="oriel-panel oriel-peek"
          aria-describedby={undefined}
          // The list beside it is not outside: picking another row shows that one here.
          onInteractOutside={(event) => event.preventDefault()}
        >
          {traceId !== null && <Peeked traceId={traceId} order={order} />}
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function Peeked({ traceId, order }: { traceId: TraceId; order: Order | undefined }) {
  const { messages, route, go } = useDashboard();
  const { data } = useTrace(traceId);
  const reviewTabs = useReviewTabs();
  const view = useMemo(() => parseTraceViewState(route.query), [route.query]);
  const replace = (query: string) => go({ ...route, query }, { replace: true });
  const onViewStateChange = (next: TraceViewState) =>
    replace(joined(setParameter(listQuery(route.query), 'peek', traceId), printTraceViewState(next)));

  return (
    <>
      <header className="oriel-peek-bar">
        <Dialog.Title className="oriel-visually-hidden">
          {messages.item.peek(data?.trace.name ?? traceId)}
        </Dialog.Title>
        <PageLink
          to={{
            page: 'traces',
            id: traceId,
            query: joined(filterQuery(route.query), printTraceViewState(view)),
          }}
        >
          {messages.item.openPage}
        </PageLink>
        <ItemSteps
          traceId={traceId}
          order={order}
          onStep={(id) => replace(setParameter(listQuery(route.query), 'peek', id))}
        />
        <Dialog.Close className="oriel-button">{messages.item.closePeek}</Dialog.Close>
      </header>
      <TraceView
        key={traceId}
        traceId={traceId}
        viewState={view}
        detailTabs={reviewTabs}
        onViewStateChange={onViewStateChange}
      />
    </>
  );
}

/** What the list beneath shows: without what is peeked at and what is seen of it. */
function listQuery(query: string): string {
  const sort = readParameter(query, 'sort');
  return sort === null ? filterQuery(query) : setParameter(filterQuery(query), 'sort', sort);
}

function joined(...queries: readonly string[]): string {
  return queries.filter(Boolean).join('&');
}
