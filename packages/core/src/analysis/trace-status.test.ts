import { expect, it } from 'vitest';
import type { ObservationPatch } from '../model/patch.ts';
import { drawTrace } from '../testing/draw-trace.ts';
import { traceStructure } from '../testing/trace-structure.ts';
import { traceStatus } from './trace-status.ts';

/** Status of a drawing whose steps named `approval` stop to wait for a person. */
function statusOf(drawing: string) {
  const patches = drawTrace(drawing).map((patch): ObservationPatch =>
    patch.name === 'tool approval' ? { ...patch, isInterrupted: true } : patch,
  );
  return traceStatus(traceStructure(patches));
}

it('calls a trace completed when its root ended well, whatever its steps survived', () => {
  expect(
    statusOf(`
      agent     |======
        tool    | ==     ERROR timed out
        tool    |    ==
    `),
  ).toBe('completed');
});

it('calls it failed when a root failed, also one whose parent never arrived', () => {
  expect(statusOf('agent |=== ERROR out of tokens')).toBe('failed');
  const [, tool] = drawTrace('agent |===\n  tool |== ERROR gone');
  expect(traceStatus(traceStructure(tool ? [tool] : []))).toBe('failed');
});

it('calls it running while a step has no end, even after an error', () => {
  expect(
    statusOf(`
      agent     |=====>
        tool    | ==     ERROR timed out
    `),
  ).toBe('running');
});

it('calls it paused when a step waits for a person and nothing followed', () => {
  expect(
    statusOf(`
      agent              |======
        tool approval    |   ===
    `),
  ).toBe('paused');
  expect(
    statusOf(`
      agent              |=========
        tool approval    | ==
        tool refund      |      ==
    `),
  ).toBe('completed');
});

it('calls a trace without observations completed: nothing of it is known to run', () => {
  expect(traceStatus(traceStructure([{ kind: 'trace', id: 't', at: 0, timestamp: 0 }]))).toBe('completed');
});
