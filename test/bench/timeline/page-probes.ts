// These functions are sent to the page as text: they may use nothing from outside themselves.

/** From the call to `mount` until the first bars are painted, in milliseconds. */
export async function timeMount(): Promise<number> {
  const bench = window.timelineBench;
  if (!bench) throw new Error('The page offers no bench.');
  const started = performance.now();
  bench.mount();
  while (!bench.isReady()) await new Promise(requestAnimationFrame);
  // A task after a frame runs when that frame is on its way to the screen.
  await new Promise(requestAnimationFrame);
  await new Promise((resolve) => {
    setTimeout(resolve);
  });
  return performance.now() - started;
}

/** Lengths of the frames while zooming in and out, panning there, and playing. */
export async function timeFrames() {
  const bench = window.timelineBench;
  if (!bench) throw new Error('The page offers no bench.');
  const frames: { zoom: number[]; pan: number[]; play: number[] } = { zoom: [], pan: [], play: [] };
  // Frames right after mounting belong to mounting.
  await new Promise((resolve) => {
    setTimeout(resolve, 800);
  });
  for (const kind of ['zoom', 'pan', 'play'] as const) {
    if (kind === 'pan') for (let step = 0; step < 8; step += 1) bench.zoom(1);
    if (kind === 'play') {
      if (!bench.play) break;
      bench.play();
    }
    await new Promise(requestAnimationFrame);
    let last = await new Promise<number>(requestAnimationFrame);
    for (let index = 0; index < 40; index += 1) {
      const direction = index % 40 < 20 ? 1 : -1;
      if (kind === 'zoom') bench.zoom(direction);
      if (kind === 'pan') bench.pan(direction);
      const now = await new Promise<number>(requestAnimationFrame);
      frames[kind].push(now - last);
      last = now;
    }
  }
  return frames;
}
