import type { TraceStatus } from '@oriel/core';

/** Texts of the trace view: what stands around the panels of one trace. */
export interface TraceViewMessages {
  readonly title: string;
  readonly statuses: Readonly<Record<TraceStatus, string>>;
  readonly modes: {
    readonly tree: string;
    readonly timeline: string;
    readonly graph: string;
    readonly log: string;
    readonly insights: string;
  };
  /** Names the row of tabs. */
  readonly views: string;
  /** Names the handle between the two panes. */
  readonly resize: string;
  /** On a narrow screen: from a node back to the view it was picked in. */
  readonly back: string;
  readonly loadingView: string;
  readonly viewFailed: string;
  readonly errors: (count: number, formatted: string) => string;
  readonly warnings: (count: number, formatted: string) => string;
}

export const traceViewEn: TraceViewMessages = {
  title: 'Trace view',
  statuses: { running: 'Running', paused: 'Paused', failed: 'Failed', completed: 'Completed' },
  modes: { tree: 'Tree', timeline: 'Timeline', graph: 'Graph', log: 'Log', insights: 'Insights' },
  views: 'Views of the trace',
  resize: 'Width of the views',
  back: 'Back',
  loadingView: 'Loading view…',
  viewFailed: 'This view could not be loaded',
  errors: (count, formatted) => (count === 1 ? '1 error' : `${formatted} errors`),
  warnings: (count, formatted) => (count === 1 ? '1 warning' : `${formatted} warnings`),
};

export const traceViewZhCn: TraceViewMessages = {
  title: '追踪视图',
  statuses: { running: '运行中', paused: '已暂停', failed: '失败', completed: '已完成' },
  modes: { tree: '树', timeline: '时间线', graph: '图', log: '日志', insights: '洞察' },
  views: '追踪的视图',
  resize: '视图宽度',
  back: '返回',
  loadingView: '正在加载视图…',
  viewFailed: '无法加载此视图',
  errors: (_, formatted) => `${formatted} 个错误`,
  warnings: (_, formatted) => `${formatted} 个警告`,
};
