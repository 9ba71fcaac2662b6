import { renderToString } from 'react-dom/server';
import { referenceStore } from '@oriel/core';
import { OrielProvider, TraceTree } from '@oriel/react';

const store = referenceStore();

export const html = renderToString(
  <OrielProvider store={store} timeZone="UTC">
    <TraceTree traceId="trace-1" onSelect={(nodeId: string | null) => void nodeId} />
  </OrielProvider>,
);
