import type { CDPSession } from 'playwright';

export interface Memory {
  /** JavaScript objects. */
  readonly heapMb: number;
  /** Buffers of typed arrays. */
  readonly buffersMb: number;
}

/** What a page holds, once it has thrown away what it no longer needs. */
export async function readMemory(devtools: CDPSession): Promise<Memory> {
  await devtools.send('HeapProfiler.collectGarbage');
  const usage = (await devtools.send('Runtime.getHeapUsage')) as {
    usedSize: number;
    backingStorageSize?: number;
  };
  return { heapMb: usage.usedSize / 2 ** 20, buffersMb: (usage.backingStorageSize ?? 0) / 2 ** 20 };
}

/** What the page's thread has computed so far: unlike time, it is the same on a busy machine. */
export async function readCpuMs(devtools: CDPSession): Promise<number> {
  const { metrics } = await devtools.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'ThreadTime')?.value ?? Number.NaN) * 1000;
}
