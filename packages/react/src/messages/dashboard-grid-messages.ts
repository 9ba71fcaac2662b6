import type { FieldAggregate, MetricKind, TimeUnit, View } from '@oriel/core';

/** Texts of custom dashboards. */
export interface DashboardGridMessages {
  readonly loading: string;
  readonly failed: string;
  readonly unknown: string;
  readonly unknownHint: (name: string) => string;
  readonly unreadable: string;
  readonly empty: string;
  readonly emptyHint: string;
  readonly edit: string;
  readonly done: string;
  readonly add: string;
  readonly clone: string;
  readonly exportJson: string;
  readonly importJson: string;
  readonly importFailed: string;
  readonly change: string;
  readonly duplicate: string;
  readonly remove: string;
  readonly move: (title: string) => string;
  readonly moveHint: string;
  readonly moved: (title: string, column: number, row: number, width: number, height: number) => string;
  readonly saving: string;
  readonly saved: string;
  readonly saveFailed: string;
  readonly conflict: string;
  readonly copyOf: (title: string) => string;

  readonly editor: string;
  readonly title: string;
  readonly chart: string;
  readonly view: string;
  readonly measure: string;
  readonly field: string;
  readonly count: string;
  readonly groupBy: string;
  readonly thenBy: string;
  readonly filter: string;
  readonly filterHint: string;
  readonly wordless: string;
  readonly limit: string;
  readonly timeUnit: string;
  readonly automatic: string;
  readonly preview: string;
  readonly apply: string;
  readonly cancel: string;
  readonly untitled: string;
  readonly kinds: Readonly<Record<MetricKind, string>>;
  readonly views: Readonly<Record<View, string>>;
  readonly aggregates: Readonly<Record<FieldAggregate, string>>;
  readonly timeUnits: Readonly<Record<TimeUnit, string>>;
}

export const dashboardGridEn: DashboardGridMessages = {
  loading: 'Loading dashboard…',
  failed: 'The dashboard could not be loaded',
  unknown: 'Dashboard not found',
  unknownHint: (name) => `The store has no dashboard "${name}".`,
  unreadable: 'This document is no dashboard',
  empty: 'No charts yet',
  emptyHint: 'Add a chart to begin with.',
  edit: 'Edit',
  done: 'Done',
  add: 'Add chart',
  clone: 'Clone',
  exportJson: 'Export JSON',
  importJson: 'Import JSON',
  importFailed: 'Nothing could be read from the file',
  change: 'Change',
  duplicate: 'Duplicate',
  remove: 'Remove',
  move: (title) => `Move or resize: ${title}`,
  moveHint: 'Arrow keys move, Shift with arrow keys resizes.',
  moved: (title, column, row, width, height) =>
    `${title}: column ${column}, row ${row}, ${width} wide, ${height} high`,
  saving: 'Saving…',
  saved: 'Saved',
  saveFailed: 'Not saved. Your changes are still here; try again.',
  conflict:
    'Somebody else changed this dashboard meanwhile. Theirs is shown; your last change was not saved.',
  copyOf: (title) => `Copy of ${title}`,

  editor: 'Chart',
  title: 'Title',
  chart: 'Drawn as',
  view: 'Records',
  measure: 'Measure',
  field: 'Field',
  count: 'Count',
  groupBy: 'Group by',
  thenBy: 'Then by',
  filter: 'Filter',
  filterHint: 'Such as level:ERROR latency:>2s',
  wordless: 'It has a condition that cannot be written here; it is kept until you write another.',
  limit: 'Most groups',
  timeUnit: 'Time unit',
  automatic: 'Automatic',
  preview: 'Preview',
  apply: 'Apply',
  cancel: 'Cancel',
  untitled: 'Untitled',
  kinds: {
    line: 'Line',
    area: 'Area',
    bars: 'Bars over time',
    'horizontal-bars': 'Horizontal bars',
    'vertical-bars': 'Vertical bars',
    'heat-map': 'Heat map',
    histogram: 'Histogram',
    number: 'Number',
    table: 'Table',
    pie: 'Pie',
  },
  views: {
    traces: 'Traces',
    observations: 'Observations',
    sessions: 'Sessions',
    users: 'Users',
    scores: 'Scores',
  },
  aggregates: {
    'count-distinct': 'Different values',
    sum: 'Sum',
    avg: 'Average',
    min: 'Minimum',
    max: 'Maximum',
    p50: 'p50',
    p75: 'p75',
    p90: 'p90',
    p95: 'p95',
    p99: 'p99',
  },
  timeUnits: { minute: 'Minute', hour: 'Hour', day: 'Day', week: 'Week', month: 'Month' },
};

export const dashboardGridZhCn: DashboardGridMessages = {
  loading: '正在加载仪表板…',
  failed: '无法加载仪表板',
  unknown: '未找到仪表板',
  unknownHint: (name) => `存储中没有仪表板“${name}”。`,
  unreadable: '此文档不是仪表板',
  empty: '还没有图表',
  emptyHint: '从添加一个图表开始。',
  edit: '编辑',
  done: '完成',
  add: '添加图表',
  clone: '克隆',
  exportJson: '导出 JSON',
  importJson: '导入 JSON',
  importFailed: '无法从文件中读取内容',
  change: '更改',
  duplicate: '复制',
  remove: '移除',
  move: (title) => `移动或调整大小：${title}`,
  moveHint: '方向键移动，Shift 加方向键调整大小。',
  moved: (title, column, row, width, height) =>
    `${title}：第 ${column} 列，第 ${row} 行，宽 ${width}，高 ${height}`,
  saving: '正在保存…',
  saved: '已保存',
  saveFailed: '未保存。您的更改仍在此处，请重试。',
  conflict: '其他人同时更改了此仪表板。现在显示的是对方的版本，您最近的更改未保存。',
  copyOf: (title) => `${title} 的副本`,

  editor: '图表',
  title: '标题',
  chart: '图表类型',
  view: '记录',
  measure: '度量',
  field: '字段',
  count: '计数',
  groupBy: '分组',
  thenBy: '再按',
  filter: '筛选',
  filterHint: '例如 level:ERROR latency:>2s',
  wordless: '它有一个无法在此书写的条件；在您写下新条件之前会保留。',
  limit: '最多分组数',
  timeUnit: '时间单位',
  automatic: '自动',
  preview: '预览',
  apply: '应用',
  cancel: '取消',
  untitled: '未命名',
  kinds: {
    line: '折线图',
    area: '面积图',
    bars: '时间柱状图',
    'horizontal-bars': '横向条形图',
    'vertical-bars': '纵向柱状图',
    'heat-map': '热力图',
    histogram: '直方图',
    number: '数值',
    table: '表格',
    pie: '饼图',
  },
  views: { traces: '追踪', observations: '观测', sessions: '会话', users: '用户', scores: '评分' },
  aggregates: {
    'count-distinct': '去重计数',
    sum: '合计',
    avg: '平均',
    min: '最小',
    max: '最大',
    p50: 'p50',
    p75: 'p75',
    p90: 'p90',
    p95: 'p95',
    p99: 'p99',
  },
  timeUnits: { minute: '分钟', hour: '小时', day: '天', week: '周', month: '月' },
};
