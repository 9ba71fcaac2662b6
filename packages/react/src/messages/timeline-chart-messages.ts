/** What the timeline says. */
export interface TimelineChartMessages {
  readonly timeline: string;
  readonly toolbar: string;
  readonly rows: string;
  readonly rowsHint: string;
  readonly lanes: string;
  readonly lanesHint: string;
  readonly zoomIn: string;
  readonly zoomOut: string;
  readonly showAll: string;
  readonly compressGaps: string;
  readonly compressGapsHint: string;
  readonly criticalPath: string;
  readonly criticalPathHint: string;
  readonly ownTime: string;
  readonly ownTimeHint: string;
  readonly saveAsSvg: string;
  readonly saveAsPng: string;
  readonly overview: string;
  readonly viewStart: string;
  readonly viewEnd: string;
  readonly play: string;
  readonly pause: string;
  readonly playhead: string;
  readonly noPlayhead: string;
  readonly speed: string;
  /** The whole trace in ten seconds at most. */
  readonly speedAuto: string;
  readonly speedTimes: (factor: string) => string;
  readonly bar: string;
  readonly type: string;
  readonly startsAfter: string;
  readonly moment: string;
  readonly lostEnd: string;
  /** Said of bars that are too short to be told apart. */
  readonly barsTogether: (count: number, formatted: string) => string;
  readonly onCriticalPath: (duration: string) => string;
  readonly keysHint: string;
}

export const timelineChartEn: TimelineChartMessages = {
  timeline: 'Timeline',
  toolbar: 'Timeline view',
  rows: 'Rows',
  rowsHint: 'One row per step, as in the tree',
  lanes: 'Lanes',
  lanesHint: 'Steps that follow each other share a lane',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  showAll: 'Show all',
  compressGaps: 'Compress gaps',
  compressGapsHint: 'Draw long idle time shorter than it was',
  criticalPath: 'Critical path',
  criticalPathHint: 'Underline what the trace waited for',
  ownTime: 'Self time',
  ownTimeHint: 'Fill only the time in which no child ran',
  saveAsSvg: 'Save as SVG',
  saveAsPng: 'Save as PNG',
  overview: 'Overview',
  viewStart: 'Start of the view',
  viewEnd: 'End of the view',
  play: 'Play',
  pause: 'Pause',
  playhead: 'Playhead',
  noPlayhead: 'not set',
  speed: 'Speed',
  speedAuto: 'Auto',
  speedTimes: (factor) => `${factor}×`,
  bar: 'Step',
  type: 'Type',
  startsAfter: 'Starts after',
  moment: 'moment',
  lostEnd: 'no end was sent',
  barsTogether: (count, formatted) =>
    `${formatted} ${count === 1 ? 'step' : 'steps'} here. Zoom in to tell them apart.`,
  onCriticalPath: (duration) => `${duration} on the critical path`,
  keysHint:
    'Up and down arrows go through the steps, Enter selects. Left and right arrows pan, plus and minus zoom, F fits the step, 0 shows all, brackets change the height of rows, P plays.',
};

export const timelineChartZhCn: TimelineChartMessages = {
  timeline: '时间线',
  toolbar: '时间线视图',
  rows: '逐行',
  rowsHint: '每个步骤一行，与树相同',
  lanes: '泳道',
  lanesHint: '先后相继的步骤共用一条泳道',
  zoomIn: '放大',
  zoomOut: '缩小',
  showAll: '显示全部',
  compressGaps: '压缩空闲',
  compressGapsHint: '缩短显示较长的空闲时间',
  criticalPath: '关键路径',
  criticalPathHint: '标出整个追踪所等待的部分',
  ownTime: '自身耗时',
  ownTimeHint: '仅填充没有子步骤运行的时间',
  saveAsSvg: '保存为 SVG',
  saveAsPng: '保存为 PNG',
  overview: '概览',
  viewStart: '视图起点',
  viewEnd: '视图终点',
  play: '播放',
  pause: '暂停',
  playhead: '播放头',
  noPlayhead: '未设置',
  speed: '速度',
  speedAuto: '自动',
  speedTimes: (factor) => `${factor}×`,
  bar: '步骤',
  type: '类型',
  startsAfter: '开始于',
  moment: '瞬间',
  lostEnd: '未收到结束时间',
  barsTogether: (_count, formatted) => `此处有 ${formatted} 个步骤，放大后可区分。`,
  onCriticalPath: (duration) => `其中 ${duration} 在关键路径上`,
  keysHint:
    '上下方向键浏览步骤，回车选中；左右方向键平移，加减号缩放，F 适应步骤，0 显示全部，方括号调整行高，P 播放。',
};
