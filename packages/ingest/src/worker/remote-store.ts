import { StoreError } from '@oriel/core';
import type { Store } from '@oriel/core';
import { storeOverWire } from '@oriel/core/protocol';
import type { ServedStore, WireCall } from '@oriel/core/protocol';
import type { PagePort } from './page-port.ts';

/** The worker's store, as the page sees it. Closing one of its parts closes that part in the worker. */
export function remoteStore(port: PagePort, served: ServedStore): Store {
  return storeOverWire(
    {
      call: (call) => callWorker(port, call),
      subscribe: (listener) => port.subscribe(listener),
      // A connection that has ended has nothing left to free.
      close: async (target) => {
        if (!port.endReason()) await port.call({ target, method: 'close', args: [] });
      },
    },
    served,
  );
}

async function callWorker(port: PagePort, call: WireCall): Promise<unknown> {
  try {
    return await port.call(call);
  } catch (error) {
    throw StoreError.is(error) ? error : uncrossable(call, error);
  }
}

function uncrossable({ target, method }: WireCall, cause: unknown): StoreError {
  const code = target === 'traces' && method === 'write' ? 'bad-patch' : 'bad-query';
  return new StoreError(
    code,
    `The argument of \`${target}.${method}\` holds something that cannot be sent to a worker, such as a function, so the call was not made. Send plain data.`,
    { cause },
  );
}
