import type { TraceStructure } from '@oriel/core';
import { currentUser } from '../server/current-user.ts';
import { mintToken } from '../server/mint-token.ts';
import { newestTrace } from '../server/newest-trace.ts';
import { TracePanel } from './trace-panel.tsx';

/** The user's newest trace, in the HTML; what it takes to go on reading is a token that sees their traces alone. */
export default async function Page() {
  const user = await currentUser();
  const [trace, token] = await Promise.all([newestTrace(user), mintToken(user)]);
  return (
    <main>
      <h1>What we did for {user.name}</h1>
      {trace ? <Shown trace={trace} token={token} /> : <p>Nothing yet.</p>}
    </main>
  );
}

/** In words for everybody, and as a view for those who look closer. */
function Shown({ trace, token }: { trace: TraceStructure; token: string }) {
  const { name, latency } = trace.trace;
  return (
    <>
      <p>
        {name}: {trace.observations.length} steps in {((latency ?? 0) / 1000).toFixed(1)} s.
      </p>
      <TracePanel trace={trace} token={token} />
    </>
  );
}
