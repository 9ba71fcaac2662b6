import { layoutGraph } from '@oriel/core';
import type { GraphLayoutInput } from '@oriel/core';
import { placeCarefully } from './place-carefully.ts';

// One graph, one worker: whoever waits too long ends it.
self.addEventListener('message', ({ data }: MessageEvent<GraphLayoutInput>) => {
  self.postMessage(layoutGraph(data, placeCarefully));
});
