'use client';

import { useDashboard } from '../navigation/dashboard-context.ts';
import { connectionLines } from './connection.ts';
import type { Connection } from './connection.ts';
import { Lines } from './lines.tsx';

const CODE = `import { traceIdFromSeed } from '@oriel/core';

const id = traceIdFromSeed('order-4711');
const at = Date.now();
await store.traces.write([
  { kind: 'trace', at, id, isRecord: true, timestamp: at, name: 'hello' },
  { kind: 'observation', at, traceId: id, id: 'first', type: 'SPAN', startTime: at, endTime: at + 20 },
]);`;

/** What an empty store shows: the exact lines that fill it. */
export function StartPage({ connection }: { connection: Connection | undefined }) {
  const { start } = useDashboard().messages;
  const lines = connection && connectionLines(connection);
  return (
    <div className="oriel-start">
      <h1 className="oriel-start-title">{start.title}</h1>
      <p className="oriel-quiet">{start.lead}</p>
      {lines && (
        <>
          <Lines title={start.langfuse} text={lines.langfuse} />
          <Lines title={start.openTelemetry} text={lines.openTelemetry} />
        </>
      )}
      <Lines title={start.code} text={CODE} />
      <output className="oriel-start-waiting">{start.waiting}</output>
    </div>
  );
}
