// These functions are sent to the page as text: they may use nothing from outside themselves.

/** Lengths of the frames while scrolling by wheel or by fling. */
export async function scrollFrames(kind: 'wheel' | 'fling'): Promise<number[]> {
  const bench = window.bench;
  if (!bench) throw new Error('The page offers no bench.');
  const scroller = bench.scroller();
  const reach = scroller.scrollHeight - scroller.clientHeight;
  const [count, step] = kind === 'wheel' ? [90, 120] : [60, reach / 60];
  scroller.scrollTop = 0;
  await new Promise(requestAnimationFrame);
  const lengths: number[] = [];
  let last = await new Promise<number>(requestAnimationFrame);
  for (let frame = 1; frame <= count; frame++) {
    scroller.scrollTop = frame * step;
    const now = await new Promise<number>(requestAnimationFrame);
    lengths.push(now - last);
    last = now;
  }
  return lengths;
}

/** How long a selection and a fold take, up to the frame that shows them. */
export async function selectAndFold() {
  const bench = window.bench;
  if (!bench) throw new Error('The page offers no bench.');
  const lengths: { selects: number[]; toggles: number[] } = { selects: [], toggles: [] };
  bench.scroller().scrollTop = 0;
  for (const [times, act] of [
    [lengths.selects, () => bench.select?.()],
    [lengths.toggles, () => bench.toggle()],
  ] as const) {
    for (let round = 0; round < 6; round++) {
      await new Promise(requestAnimationFrame);
      await new Promise(requestAnimationFrame);
      const started = performance.now();
      act();
      await new Promise(requestAnimationFrame);
      await new Promise((resolve) => {
        setTimeout(resolve);
      });
      times.push(performance.now() - started);
    }
  }
  return lengths;
}

/** Lengths of the frames while ten batches a second arrive, and how far the row in the middle moved meanwhile. */
export async function watchGrowth() {
  const bench = window.bench;
  if (!bench?.grow) throw new Error('The page does not grow.');
  const scroller = bench.scroller();
  scroller.scrollTop = scroller.scrollHeight / 2;
  await new Promise((resolve) => {
    setTimeout(resolve, 1000);
  });
  const row = document.elementFromPoint(300, 400)?.closest('[data-row]');
  const text = row?.textContent;
  const top = row?.getBoundingClientRect().top ?? 0;

  const frames: number[] = [];
  const timer = setInterval(() => void bench.grow?.(), 100);
  const started = performance.now();
  let last = await new Promise<number>(requestAnimationFrame);
  while (performance.now() - started < 6000) {
    const now = await new Promise<number>(requestAnimationFrame);
    frames.push(now - last);
    last = now;
  }
  clearInterval(timer);
  const after = document.elementFromPoint(300, 400)?.closest('[data-row]');
  const movedPx = after?.textContent === text ? (after?.getBoundingClientRect().top ?? 0) - top : Number.NaN;
  return { frames, movedPx };
}
