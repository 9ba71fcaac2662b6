import type {
  AgentGraphMode,
  LogFilter,
  ObservationLevel,
  TimelineViewport,
  TraceTreeNodeId,
} from '@oriel/core';
import type { TimelineDisplay } from '../timeline-chart/use-timeline.ts';

/** The views that ship with a trace view; a host adds its own by name. */
export const TRACE_VIEW_MODES = ['tree', 'timeline', 'graph', 'log', 'insights'] as const;

export type TraceViewMode = (typeof TRACE_VIEW_MODES)[number];

/**
 * What a reader sees of a trace, as plain JSON: keep it in an address, a database or a message. Whatever is absent
 * stands at its default. Which branches are folded is not part of it: that is long, and nobody's to share.
 */
export interface TraceViewState {
  /** The picked observation; `null` for the trace itself. @defaultValue `null` */
  readonly selectedId?: TraceTreeNodeId | undefined;
  /** The open view: one of ours or the name of yours. @defaultValue `'tree'` */
  readonly mode?: string | undefined;
  /** The open tab of the detail: `formatted`, `json`, … @defaultValue `'formatted'` */
  readonly detailTab?: string | undefined;
  readonly tree?: TreeState | undefined;
  readonly timeline?: TimelineState | undefined;
  /** @defaultValue `'aggregated'` */
  readonly graphMode?: AgentGraphMode | undefined;
  /** @defaultValue everything */
  readonly logFilter?: LogFilter | undefined;
}

/** What the tree is narrowed to. */
export interface TreeState {
  /** @defaultValue nothing is searched */
  readonly searchText?: string | undefined;
  /** @defaultValue `DEBUG`: nothing is left out */
  readonly minimumLevel?: ObservationLevel | undefined;
  /** Repeated siblings are one row. @defaultValue `false` */
  readonly isGrouped?: boolean | undefined;
}

/** How the timeline is drawn and what of it is in view. */
export interface TimelineState {
  /** @defaultValue rows, nothing marked */
  readonly display?: TimelineDisplay | undefined;
  /** @defaultValue the whole trace */
  readonly viewport?: TimelineViewport | undefined;
}
