import { OBSERVATION_LEVELS, OBSERVATION_TYPES } from '../../model/observation.ts';
import type { ObservationLevel, ObservationType } from '../../model/observation.ts';
import type { TraceTreeLayout } from '../trace-tree/layout-trace-tree.ts';
import { blockEnds } from './bar-blocks.ts';
import { packLanes } from './pack-lanes.ts';
import type { TimelineLayout, TimelineMode } from './timeline-layout.ts';
import { worstLevels } from './worst-levels.ts';

/** Where every lane holds one bar, there is nothing to skip. */
const NO_ENDS = new Float64Array(0);

export interface TimelineLayoutOptions {
  /** @defaultValue `rows` */
  readonly mode?: TimelineMode | undefined;
  /** Rows to show in `rows` mode, upwards: the ones that are not folded away. @defaultValue all */
  readonly rows?: Int32Array | undefined;
}

/**
 * Lays the rows of a tree out as bars in lanes. Nothing depends on the present: a running bar ends at `Infinity`
 * here, and where it is seen to end is up to who draws it. What has no end although something above it has ended lost
 * its end on the way, and is drawn as long as that.
 *
 * ```
 *   rows                     lanes
 *   agent  ▕██████████▏      ▕██████████▏  agent
 *   plan   ▕███       ▏      ▕███  ████ ▏  plan, tool
 *   llm    ▕██        ▏      ▕██        ▏  llm
 *   tool   ▕     ████ ▏
 * ```
 */
export function layoutTimeline(tree: TraceTreeLayout, options: TimelineLayoutOptions = {}): TimelineLayout {
  const { mode = 'rows', rows } = options;
  const times = readTimes(tree);
  const placed =
    mode === 'lanes' ? packLanes(tree, times.start, times.end) : oneLaneEach(tree.rowCount, rows);
  const worst = mode === 'lanes' ? worstLevels(placed.bars, times.level) : [];
  const blockEnd = mode === 'lanes' ? blockEnds(placed.bars, times.end) : NO_ENDS;
  return { tree, mode, ...times, ...placed, blockEnd, worst };
}

/** Times in one pass over the records, which is what costs. */
function readTimes(tree: TraceTreeLayout) {
  const { observations, order, parent, rowCount, head } = tree;
  const firstRow = head ? 1 : 0;
  // Counted from the first row, which mostly is the earliest.
  const base = observations[order[firstRow] ?? -1]?.startTime ?? head?.startTime ?? 0;
  const start = new Float64Array(rowCount);
  const end = new Float64Array(rowCount);
  // Most traces of tools and steps have none, and then it takes no room.
  let firstToken = new Float64Array(0);
  const kind = new Uint8Array(rowCount);
  const level = new Uint8Array(rowCount);
  const isOpen = new Uint8Array(rowCount);
  let earliest = 0;
  let lastEdge = firstRow < rowCount ? -Infinity : 0;
  let hasRunning = false;
  if (head) end[0] = Infinity;
  for (let row = firstRow; row < rowCount; row += 1) {
    const observation = observations[order[row] as number];
    if (!observation) continue;
    const { type, endTime, level: itsLevel, completionStartTime } = observation;
    const from = observation.startTime - base;
    let to = type === 'EVENT' ? from : (endTime ?? Infinity) - base;
    if (to === Infinity) {
      isOpen[row] = 1;
      // Parents come before their children, so theirs is known.
      to = Math.max(from, end[parent[row] as number] ?? Infinity);
    }
    start[row] = from;
    end[row] = to;
    kind[row] = KIND_OF_TYPE[type];
    level[row] = LEVEL_INDEX[itsLevel];
    let edge = Math.max(from, to);
    if (to === Infinity) {
      hasRunning = true;
      edge = from;
    }
    if (completionStartTime !== null) {
      if (firstToken.length === 0) firstToken = new Float64Array(rowCount).fill(Number.NaN);
      const token = completionStartTime - base;
      firstToken[row] = Math.min(to, Math.max(from, token));
      if (to === Infinity) edge = Math.max(from, token);
    }
    if (from < earliest) earliest = from;
    if (edge > lastEdge) lastEdge = edge;
  }
  if (earliest < 0) {
    for (const column of [start, end, firstToken]) {
      for (let row = firstRow; row < column.length; row += 1)
        column[row] = (column[row] as number) - earliest;
    }
    lastEdge -= earliest;
  }
  if (head) {
    // The trace lasts from its first step to its last, whatever its own record says.
    end[0] = hasRunning ? Infinity : lastEdge;
    isOpen[0] = hasRunning ? 1 : 0;
    // Its level is the worst of its steps', which say so themselves.
    level[0] = LEVEL_INDEX.DEFAULT;
  }
  return { origin: base + earliest, lastEdge, hasRunning, start, end, firstToken, kind, level, isOpen };
}

function oneLaneEach(rowCount: number, shownRows: Int32Array | undefined) {
  if (!shownRows) {
    // Row, lane and place are the same number then, and one column says all three.
    const laneStart = new Int32Array(rowCount + 1);
    for (let lane = 0; lane <= rowCount; lane += 1) laneStart[lane] = lane;
    const bars = laneStart.subarray(0, rowCount);
    return { lane: bars, laneCount: rowCount, bars, laneStart };
  }
  const lane = new Int32Array(rowCount).fill(-1);
  const laneStart = new Int32Array(shownRows.length + 1);
  for (let place = 0; place < shownRows.length; place += 1) {
    lane[shownRows[place] as number] = place;
    laneStart[place + 1] = place + 1;
  }
  return { lane, laneCount: shownRows.length, bars: shownRows, laneStart };
}

const KIND_OF_TYPE = Object.fromEntries(
  OBSERVATION_TYPES.map((type, index) => [type, index + 1]),
) as Readonly<Record<ObservationType, number>>;
const LEVEL_INDEX = Object.fromEntries(OBSERVATION_LEVELS.map((level, index) => [level, index])) as Readonly<
  Record<ObservationLevel, number>
>;
