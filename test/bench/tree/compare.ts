import type { LiveMeasurement } from './measure-live.ts';
import type { Measurement } from './measure-page.ts';
import type { PeerMeasurement } from './measure-peer.ts';

/** One line of the result: what ours takes, next to the bare list where both do the same. */
export interface Row {
  readonly case: string;
  readonly ours: Readonly<Record<string, number>>;
  readonly against: Readonly<Record<string, number>>;
  readonly ratio: number | null;
  /** What was promised; `null` where nothing was. */
  readonly bar: string | null;
  readonly ok: boolean | null;
}

const MAX_MOUNT_RATIO = 2.5;
const MAX_NODES = 1000;
const MAX_HEAP_MB = 5;
/** A frame at 60 Hz and the jitter of its clock. */
const MAX_P95_MS = 17;
/** Two frames at 60 Hz and a little jitter: one dropped frame passes, two do not. */
const MAX_FRAME_MS = 34;

/** @param observations - how many there are to show. */
export function compare(size: string, observations: number, ours: Measurement, limit: Measurement): Row[] {
  // By what is computed: by the clock a busy machine makes it any number, and an idle one rounds both up to frames.
  const mountRatio = ours.firstCpuMs / limit.firstCpuMs;
  const maxFirst = observations > 10_000 ? 250 : 150;
  const frames = (name: 'wheel' | 'fling'): Row => ({
    case: `${name} frames, ${size}`,
    ours: rounded({ ...ours[name] }),
    against: rounded({ ...limit[name] }),
    ratio: round(ours[name].maxMs / limit[name].maxMs),
    bar: `p95 ≤ ${MAX_P95_MS}, max ≤ ${MAX_FRAME_MS} ms`,
    ok: ours[name].p95Ms <= MAX_P95_MS && ours[name].maxMs <= MAX_FRAME_MS,
  });
  const atMost = (
    name: string,
    key: 'heapMb' | 'selectMs' | 'toggleMs',
    most: number,
    unit: string,
  ): Row => ({
    case: `${name}, ${size}`,
    ours: rounded({ [key]: ours[key] }),
    against: rounded({ [key]: limit[key] }),
    ratio: round(ours[key] / limit[key]),
    bar: `≤ ${most} ${unit}`,
    ok: ours[key] <= most,
  });
  return [
    {
      case: `first rows, ${size}`,
      ours: rounded({ firstMs: ours.firstMs, firstCpuMs: ours.firstCpuMs }),
      against: rounded({ firstMs: limit.firstMs, firstCpuMs: limit.firstCpuMs }),
      // Two digits, so that a ratio just over the bar does not read as the bar itself.
      ratio: Math.round(mountRatio * 100) / 100,
      bar: `≤ ${maxFirst} ms, computing ≤ ${MAX_MOUNT_RATIO} × bare list`,
      ok: ours.firstMs <= maxFirst && mountRatio <= MAX_MOUNT_RATIO,
    },
    {
      case: `elements, ${size}`,
      ours: { nodes: ours.nodes },
      against: { nodes: limit.nodes },
      ratio: round(ours.nodes / limit.nodes),
      bar: `≤ ${MAX_NODES} nodes`,
      ok: ours.nodes <= MAX_NODES,
    },
    atMost('heap added', 'heapMb', MAX_HEAP_MB, 'MB'),
    frames('wheel'),
    frames('fling'),
    atMost('select a node', 'selectMs', MAX_FRAME_MS, 'ms, two frames'),
    atMost('fold or open a node', 'toggleMs', MAX_FRAME_MS, 'ms, two frames'),
  ];
}

/** First rows beside those of @assistant-ui/react-o11y, which has no window: nothing is promised but to be quicker. */
export function comparePeer(size: string, ours: Measurement, peer: PeerMeasurement): Row {
  const { firstMs, nodes } = peer;
  return {
    case: `first rows beside react-o11y, ${size}`,
    ours: rounded({ firstMs: ours.firstMs, nodes: ours.nodes }),
    against: firstMs === null || nodes === null ? {} : rounded({ firstMs, nodes }),
    ratio: firstMs === null ? null : Math.round((ours.firstMs / firstMs) * 100) / 100,
    bar: 'quicker than the peer',
    ok: firstMs === null || ours.firstMs < firstMs,
  };
}

/** A trace that grows while it is read; a bare list has nothing to compare with, so the bars stand alone. */
export function judgeLive(live: LiveMeasurement): Row {
  const { frames, movedPx } = live;
  return {
    case: '100 more ten times a second, of 50k',
    ours: rounded({ ...frames, movedPx }),
    against: {},
    ratio: null,
    bar: `p95 ≤ ${MAX_P95_MS}, max ≤ ${MAX_FRAME_MS} ms, moved 0 px`,
    ok: frames.p95Ms <= MAX_P95_MS && frames.maxMs <= MAX_FRAME_MS && movedPx === 0,
  };
}

function rounded(values: Record<string, number>): Record<string, number> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, round(value)]));
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
