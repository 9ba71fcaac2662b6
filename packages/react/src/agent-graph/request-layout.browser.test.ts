import { expect, it } from 'vitest';
import { layoutGraph } from '@oriel/core';
import type { GraphLayoutInput } from '@oriel/core';
import { requestLayout } from './request-layout.ts';

const ids = Array.from({ length: 400 }, (_, index) => `n${index}`);
const input: GraphLayoutInput = {
  nodes: ids.map((id) => ({ id, namespace: '', width: 150, height: 50 })),
  edges: ids.slice(1).map((to, index) => ({ from: `n${index >> 1}`, to })),
  direction: 'down',
};
const { signal } = new AbortController();

it('is laid out in a worker', async () => {
  expect(await requestLayout(input, { signal })).toEqual({ layout: layoutGraph(input), isSimplified: false });
});

it('is laid out on the page where there are no workers', async () => {
  const startWorker = () => {
    throw new DOMException('Blocked by the policy of this page.', 'SecurityError');
  };
  expect(await requestLayout(input, { signal, startWorker })).toEqual({
    layout: layoutGraph(input),
    isSimplified: true,
  });
});

it('is laid out on the page when the worker takes too long, and the worker ends', async () => {
  const workers: Worker[] = [];
  let ended = 0;
  const startWorker = () => {
    const url = URL.createObjectURL(
      new Blob(['onmessage = () => { for (;;); }'], { type: 'text/javascript' }),
    );
    const worker = new Worker(url);
    const terminate = worker.terminate.bind(worker);
    worker.terminate = () => {
      ended += 1;
      terminate();
    };
    workers.push(worker);
    return worker;
  };
  const { isSimplified } = await requestLayout(input, { signal, startWorker, deadline: 60 });
  expect(isSimplified).toBe(true);
  expect([workers.length, ended]).toEqual([1, 1]);
});

it('is laid out on the page when the worker does not load', async () => {
  const startWorker = () => new Worker('data:text/javascript,throw 1');
  expect((await requestLayout(input, { signal, startWorker })).isSimplified).toBe(true);
});

it('is not laid out for somebody who has gone', async () => {
  const aborter = new AbortController();
  const request = requestLayout(input, { signal: aborter.signal });
  aborter.abort(new Error('gone'));
  await expect(request).rejects.toThrow('gone');
});
