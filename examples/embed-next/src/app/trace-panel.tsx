'use client';

import { useEffect, useState } from 'react';
import type { Store, TraceStructure } from '@oriel/core';
import { OrielProvider, TraceTreeView, TraceView } from '@oriel/react';
import { httpStore } from '@oriel/stores/http';

/** A trace as the server has read it, and then the whole view of it, live. */
export function TracePanel({ trace, token }: { trace: TraceStructure; token: string }) {
  const { store, failure } = useConnection(token);
  if (store) {
    return (
      <OrielProvider store={store}>
        <TraceView traceId={trace.trace.id} style={{ height: 600 }} />
      </OrielProvider>
    );
  }
  return (
    <>
      {failure !== null && <p role="alert">Only the steps can be shown: {failure}</p>}
      <TraceTreeView trace={trace.trace} observations={trace.observations} style={{ height: 600 }} />
    </>
  );
}

interface Connection {
  readonly store: Store | null;
  readonly failure: string | null;
}

/** The store behind the collector of this app, once it is connected. */
function useConnection(token: string): Connection {
  const [connection, setConnection] = useState<Connection>({ store: null, failure: null });
  useEffect(() => {
    let isGone = false;
    let first: string | null = token;
    const nextToken = async (): Promise<string> => {
      if (first === null) return (await fetch('/api/embed-token')).text();
      const given = first;
      first = null;
      return given;
    };
    const connecting = httpStore({ url: `${window.location.origin}/api/oriel`, token: nextToken });
    connecting.then(
      (store) => (isGone ? store.traces.close() : setConnection({ store, failure: null })),
      (error: unknown) => isGone || setConnection({ store: null, failure: String(error) }),
    );
    return () => {
      isGone = true;
    };
  }, [token]);
  const { store } = connection;
  useEffect(() => () => void store?.traces.close(), [store]);
  return connection;
}
