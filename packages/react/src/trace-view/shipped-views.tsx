'use client';

import { lazyView } from './lazy-view.tsx';

/** The detail beside the views. Each view is code of its own, loaded when it is first looked at. */
export const DetailView = lazyView(async () => {
  const { ObservationDetail } = await import('../observation-detail/observation-detail.tsx');
  return ObservationDetail;
});

export const TreeView = lazyView(async () => {
  const { TraceTree } = await import('../trace-tree/trace-tree.tsx');
  return TraceTree;
});
