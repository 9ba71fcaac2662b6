/** Under what name a page offers its bench. */
export type BenchName = 'bench' | 'timelineBench' | 'dashboardBench';

/** What every page that mounts something offers. */
interface Mountable {
  /** Starts the render. */
  mount(): void;
  /** True when what was waited for is in the document. */
  isReady(): boolean;
}

/**
 * From the call to `mount` until the first frame with what was waited for is on its way to the screen, in
 * milliseconds. Sent to the page as text: it may use nothing from outside itself.
 */
export async function timeMount(name: BenchName): Promise<number> {
  const bench = (window as unknown as Readonly<Record<BenchName, Mountable>>)[name];
  const started = performance.now();
  bench.mount();
  // What is in the document when a frame begins is painted in that frame.
  do await new Promise(requestAnimationFrame);
  while (!bench.isReady());
  // A task after a frame runs when that frame is on its way.
  await new Promise((resolve) => {
    setTimeout(resolve);
  });
  return performance.now() - started;
}
