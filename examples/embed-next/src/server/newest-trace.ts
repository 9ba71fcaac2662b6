import { scopedStore } from '@oriel/core';
import type { TraceStructure } from '@oriel/core';
import { scopeOf } from './access.ts';
import { openStore } from './open-store.ts';
import type { User } from './users.ts';

/** Somebody's newest trace, read on the server through the window that their token opens; `null` before their first. */
export async function newestTrace(user: User): Promise<TraceStructure | null> {
  const traces = scopedStore((await openStore()).traces, scopeOf(user));
  const { items } = await traces.listTraces({ limit: 1 });
  const [newest] = items;
  return newest ? traces.readTrace(newest.id) : null;
}
