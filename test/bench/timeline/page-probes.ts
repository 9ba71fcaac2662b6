// These functions are sent to the page as text: they may use nothing from outside themselves.

/** How many colours the largest canvas shows, up to 100. */
export function countColors(): number {
  const canvases = [...document.querySelectorAll('canvas')];
  const [largest] = canvases.toSorted((a, b) => b.width * b.height - a.width * a.height);
  if (!largest) return 0;
  // A copy: a canvas that is read from may be drawn in another way from then on.
  const copy = document.createElement('canvas');
  copy.width = largest.width;
  copy.height = largest.height;
  const context = copy.getContext('2d');
  context?.drawImage(largest, 0, 0);
  const { data } = context?.getImageData(0, 0, copy.width, copy.height) ?? {};
  const colors = new Set(data && new Uint32Array(data.buffer));
  return Math.min(100, colors.size);
}

/** Lengths of the frames while zooming in and out, panning there, and playing. */
export async function timeFrames() {
  const bench = window.timelineBench;
  if (!bench) throw new Error('The page offers no bench.');
  const frames: { zoom: number[]; pan: number[]; play: number[] } = { zoom: [], pan: [], play: [] };
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
