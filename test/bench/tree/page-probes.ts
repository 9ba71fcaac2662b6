// These functions are sent to the page as text: they may use nothing from outside themselves.

/** From the call to `mount` until the first rows are painted, in milliseconds. */
export async function timeMount(): Promise<number> {
  const bench = window.bench;
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

/** Lengths of the frames while scrolling by wheel and by fling, and of folds up to the frame that shows them. */
export async function scrollAndFold() {
  const bench = window.bench;
  if (!bench) throw new Error('The page offers no bench.');
  const scroller = bench.scroller();
  const reach = scroller.scrollHeight - scroller.clientHeight;
  const lengths: { wheel: number[]; fling: number[]; toggles: number[] } = {
    wheel: [],
    fling: [],
    toggles: [],
  };

  // Frames right after mounting belong to mounting.
  await new Promise((resolve) => {
    setTimeout(resolve, 500);
  });
  for (const [kind, frames, step] of [
    ['wheel', 90, 120],
    ['fling', 60, reach / 60],
  ] as const) {
    scroller.scrollTop = 0;
    await new Promise(requestAnimationFrame);
    let last = await new Promise<number>(requestAnimationFrame);
    for (let frame = 1; frame <= frames; frame++) {
      scroller.scrollTop = frame * step;
      const now = await new Promise<number>(requestAnimationFrame);
      lengths[kind].push(now - last);
      last = now;
    }
  }

  scroller.scrollTop = 0;
  for (let round = 0; round < 6; round++) {
    await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
    const started = performance.now();
    bench.toggle();
    await new Promise(requestAnimationFrame);
    await new Promise((resolve) => {
      setTimeout(resolve);
    });
    lengths.toggles.push(performance.now() - started);
  }
  return lengths;
}
