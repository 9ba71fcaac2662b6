import { OBSERVATION_LEVELS, OBSERVATION_TYPES } from '@oriel/core';
import type { LogFilter, TimelineViewport } from '@oriel/core';
import type { TimelineDisplay } from '../timeline-chart/use-timeline.ts';
import type { TimelineState, TraceViewState, TreeState } from './trace-view-state.ts';

/** Words of the `timeline` parameter, beside `lanes`. */
const MARKS = { gaps: 'compressGaps', path: 'criticalPath', own: 'ownTime' } as const;

/**
 * Writes a state as query parameters, without leading `?`: `observation=4f1c&view=timeline`. Defaults are left out,
 * so a plain link stays plain.
 *
 * ```
 *   observation   id of the picked one            timeline      lanes gaps path own
 *   view          timeline, graph, log, …         range         start,end,top,laneHeight
 *   detail        tab of the detail               graph         as-it-ran
 *   tree.search   tree.level   tree.grouped=1     log.search    log.levels   log.types
 * ```
 */
export function printTraceViewState(state: TraceViewState): string {
  const { selectedId, mode, detailTab, tree, timeline, graphMode, logFilter } = state;
  const parameters = new URLSearchParams();
  const put = (key: string, value: string | null | undefined) => {
    if (value) parameters.set(key, value);
  };
  put('observation', selectedId);
  put('view', mode === 'tree' ? null : mode);
  put('detail', detailTab === 'formatted' ? null : detailTab);
  put('tree.search', tree?.searchText);
  put('tree.level', tree?.minimumLevel === 'DEBUG' ? null : tree?.minimumLevel);
  put('tree.grouped', tree?.isGrouped ? '1' : null);
  put('timeline', timeline?.display && printDisplay(timeline.display));
  put('range', timeline?.viewport && printViewport(timeline.viewport));
  put('graph', graphMode === 'aggregated' ? null : graphMode);
  put('log.search', logFilter?.text);
  put('log.levels', logFilter?.levels.join(' '));
  put('log.types', logFilter?.types.join(' '));
  return parameters.toString();
}

/**
 * Reads what {@link printTraceViewState} wrote out of a query string, with or without `?`. Other parameters are the
 * host's own and are passed over, and so is what makes no sense: a link that was cut still opens.
 */
export function parseTraceViewState(query: string): TraceViewState {
  const parameters = new URLSearchParams(query);
  const selectedId = parameters.get('observation');
  const mode = parameters.get('view');
  const detailTab = parameters.get('detail');
  const tree = parseTree(parameters);
  const timeline = parseTimeline(parameters);
  const logFilter = parseLogFilter(parameters);
  return {
    ...(selectedId && { selectedId }),
    ...(mode && { mode }),
    ...(detailTab && { detailTab }),
    ...(tree && { tree }),
    ...(timeline && { timeline }),
    ...(parameters.get('graph') === 'as-it-ran' && { graphMode: 'as-it-ran' }),
    ...(logFilter && { logFilter }),
  };
}

function parseTree(parameters: URLSearchParams): TreeState | null {
  const searchText = parameters.get('tree.search');
  const [minimumLevel] = knownWords(parameters.get('tree.level'), OBSERVATION_LEVELS);
  const isGrouped = parameters.get('tree.grouped') === '1';
  if (!searchText && !minimumLevel && !isGrouped) return null;
  return {
    ...(searchText && { searchText }),
    ...(minimumLevel && { minimumLevel }),
    ...(isGrouped && { isGrouped }),
  };
}

function printDisplay(display: TimelineDisplay): string {
  const marks = Object.entries(MARKS).filter(([, key]) => display[key]);
  return [...(display.mode === 'lanes' ? ['lanes'] : []), ...marks.map(([word]) => word)].join(' ');
}

function parseTimeline(parameters: URLSearchParams): TimelineState | null {
  const words = knownWords(parameters.get('timeline'), ['lanes', 'gaps', 'path', 'own']);
  const viewport = parseViewport(parameters.get('range'));
  if (words.length === 0 && !viewport) return null;
  const display: TimelineDisplay = {
    mode: words.includes('lanes') ? 'lanes' : 'rows',
    compressGaps: words.includes('gaps'),
    criticalPath: words.includes('path'),
    ownTime: words.includes('own'),
  };
  return { ...(words.length > 0 && { display }), ...(viewport && { viewport }) };
}

/** With every digit: a view that came back rounded would be another view. */
function printViewport({ start, end, top, laneHeight }: TimelineViewport): string {
  return [start, end, top, laneHeight].join(',');
}

function parseViewport(text: string | null): TimelineViewport | null {
  const [start, end, top, laneHeight, ...rest] = (text ?? '').split(',').map(Number);
  if (start === undefined || end === undefined || top === undefined || laneHeight === undefined) return null;
  const isSound = rest.length === 0 && [start, end, top, laneHeight].every(Number.isFinite) && start < end;
  return isSound ? { start, end, top, laneHeight } : null;
}

function parseLogFilter(parameters: URLSearchParams): LogFilter | null {
  const text = parameters.get('log.search') ?? '';
  const levels = knownWords(parameters.get('log.levels'), OBSERVATION_LEVELS);
  const types = knownWords(parameters.get('log.types'), OBSERVATION_TYPES);
  return text || levels.length > 0 || types.length > 0 ? { text, levels, types } : null;
}

/** Words of a list that are among the known ones, in the order of those. */
function knownWords<Word extends string>(text: string | null, known: readonly Word[]): Word[] {
  const words = new Set((text ?? '').split(' '));
  return known.filter((word) => words.has(word));
}
