import { useEffect, useState } from 'react';
import type { TraceStore } from '@oriel/core';
import { onStoreEvent } from './store-event-channel.ts';
import type { EventSource, StoreEvent } from './store-event-channel.ts';

/** Traces let go at once to make room. */
const OLDEST = 100;

export interface StoreNoticeProps {
  /** Where the worker tells what happens to the store. */
  events: EventSource;
  traces: TraceStore;
}

/** A quiet bar with what happened to the store last, and what can be done about it. Nothing while all is well. */
export function StoreNotice({ events, traces }: StoreNoticeProps) {
  const [event, setEvent] = useState<StoreEvent | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  useEffect(() => onStoreEvent(events, setEvent), [events]);
  if (event === null) return null;

  async function makeRoom(): Promise<void> {
    setIsBusy(true);
    setFailure(null);
    try {
      const order = { field: 'startTime', direction: 'asc' } as const;
      const { items } = await traces.listTraces({ order, limit: OLDEST });
      await traces.deleteTraces(items.map(({ id }) => id));
      setEvent(null);
    } catch (error) {
      setFailure(error instanceof Error ? error.message : String(error));
    } finally {
      setIsBusy(false);
    }
  }

  const isOver = event.type === 'superseded' || event.type === 'taken-away';
  return (
    <output className="demo-notice" data-event={event.type}>
      <span>
        {describe(event)} {failure}
      </span>
      {event.type === 'storage-full' && (
        <button type="button" className="demo-button" disabled={isBusy} onClick={() => void makeRoom()}>
          Delete the {OLDEST} oldest traces
        </button>
      )}
      {isOver && (
        <button type="button" className="demo-button" onClick={() => window.location.reload()}>
          Reload
        </button>
      )}
      {!isOver && (
        <button type="button" className="demo-button" onClick={() => setEvent(null)}>
          Dismiss
        </button>
      )}
    </output>
  );
}

function describe(event: StoreEvent): string {
  switch (event.type) {
    case 'storage-full':
      return `This browser gives the page no more room${describeShare(event)}. What is stored stays readable; what was refused is not stored.`;
    case 'damaged':
      return `The disk gave back other bytes than were written: ${event.lostPatches} updates are lost, everything else is there.`;
    case 'superseded':
      return 'A newer version of this page took the stored traces over.';
    case 'taken-away':
      return 'The stored traces of this page were cleared.';
    case 'upkeep-failed':
      break;
  }
  return 'Tidying the stored traces failed. Nothing is lost, and it is tried again.';
}

function describeShare({ usage, quota }: Extract<StoreEvent, { type: 'storage-full' }>): string {
  if (usage === null || quota === null) return '';
  const size = (bytes: number) => `${(bytes / 2 ** 20).toFixed(1)} MB`;
  return ` (${size(usage)} of ${size(quota)} taken)`;
}
