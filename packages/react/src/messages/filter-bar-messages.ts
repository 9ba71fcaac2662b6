import type { FieldType, TimePreset, View } from '@oriel/core';

/** Texts of the filter bar and of what stands in it. */
export interface FilterBarMessages {
  readonly filters: string;
  readonly search: Readonly<Record<View, string>>;
  readonly clear: string;
  readonly suggestions: string;
  readonly recent: string;
  readonly fields: string;
  readonly values: string;
  readonly fixes: string;
  /** @param words - empty where something is to be taken out. */
  readonly fix: (wrong: string, words: string) => string;
  readonly readingValues: string;
  readonly valuesFailed: string;
  readonly noValues: string;
  readonly fieldTypes: Readonly<Record<FieldType, string>>;
  /** What may be typed for fields that have a range. */
  readonly rangeHint: (least: string, most: string) => string;
  readonly syntaxHint: string;
  /** How many there are, when nobody looks at them. */
  readonly notApplied: (count: number, counted: string) => string;

  readonly timeRange: string;
  readonly presets: Readonly<Record<TimePreset, string>>;
  readonly from: string;
  readonly to: string;
  readonly apply: string;
  readonly endsBeforeStart: string;
  readonly noTime: string;
  readonly timeZone: string;
  readonly readersZone: (zone: string) => string;
  readonly allZones: string;
  readonly live: string;
  readonly liveHint: string;
  readonly stoppedHint: (moment: string) => string;

  readonly environments: string;
  readonly allEnvironments: string;
  readonly noEnvironment: string;
  readonly someEnvironments: (count: number, counted: string) => string;
  readonly jobs: string;
  readonly readingEnvironments: string;
  readonly noEnvironments: string;
  readonly environmentsFailed: string;
}

export const filterBarEn: FilterBarMessages = {
  filters: 'Filters',
  search: {
    traces: 'Filter traces: level:ERROR, latency:>2s, or any words',
    observations: 'Filter observations: type:TOOL, model:gpt*, or any words',
    sessions: 'Filter sessions: traceCount:>10, or any words',
    users: 'Filter users: errorCount:>0, or any words',
    scores: 'Filter scores: name:helpful, value:<0.5, or any words',
  },
  clear: 'Clear',
  suggestions: 'Suggestions',
  recent: 'Recent',
  fields: 'Fields',
  values: 'Values',
  fixes: 'Mistakes',
  fix: (wrong, words) =>
    words === '' ? `Remove ${wrong}` : wrong === '' ? `Insert ${words}` : `Replace ${wrong} by ${words}`,
  readingValues: 'Reading values…',
  valuesFailed: 'The values could not be read',
  noValues: 'No values were seen for this.',
  fieldTypes: {
    text: 'Text',
    texts: 'List',
    payload: 'Text',
    any: 'Any',
    number: 'Number',
    duration: 'Duration',
    time: 'Time',
    boolean: 'Yes or no',
  },
  rangeHint: (least, most) => `From ${least} to ${most}. Compare with >, >=, < or <=.`,
  syntaxHint: '-key:value leaves out · (a OR b) any of · *part* contains · "a phrase"',
  notApplied: (count, counted) =>
    count === 1 ? '1 mistake, so not applied' : `${counted} mistakes, so not applied`,

  timeRange: 'Time range',
  presets: {
    '5m': 'Last 5 minutes',
    '30m': 'Last 30 minutes',
    '1h': 'Last hour',
    '3h': 'Last 3 hours',
    '6h': 'Last 6 hours',
    '1d': 'Last day',
    '3d': 'Last 3 days',
    '7d': 'Last 7 days',
    '14d': 'Last 14 days',
    '30d': 'Last 30 days',
    '90d': 'Last 90 days',
    '1y': 'Last year',
    all: 'All time',
  },
  from: 'From',
  to: 'To',
  apply: 'Apply',
  endsBeforeStart: 'The end has to be after the start.',
  noTime: 'Both need a date and a time.',
  timeZone: 'Time zone',
  readersZone: (zone) => `Yours (${zone})`,
  allZones: 'All time zones',
  live: 'Live',
  liveHint: 'New records appear. Press to look closer.',
  stoppedHint: (moment) => `Stopped at ${moment}. Press to go on.`,

  environments: 'Environments',
  allEnvironments: 'All environments',
  noEnvironment: 'No environment',
  someEnvironments: (_, counted) => `${counted} environments`,
  jobs: "Langfuse's own jobs",
  readingEnvironments: 'Reading environments…',
  noEnvironments: 'No environment was seen in this time.',
  environmentsFailed: 'The environments could not be read',
};

export const filterBarZhCn: FilterBarMessages = {
  filters: '筛选',
  search: {
    traces: '筛选追踪：level:ERROR、latency:>2s 或任意文字',
    observations: '筛选观测：type:TOOL、model:gpt* 或任意文字',
    sessions: '筛选会话：traceCount:>10 或任意文字',
    users: '筛选用户：errorCount:>0 或任意文字',
    scores: '筛选评分：name:helpful、value:<0.5 或任意文字',
  },
  clear: '清除',
  suggestions: '建议',
  recent: '最近',
  fields: '字段',
  values: '值',
  fixes: '错误',
  fix: (wrong, words) =>
    words === '' ? `删除 ${wrong}` : wrong === '' ? `插入 ${words}` : `将 ${wrong} 替换为 ${words}`,
  readingValues: '正在读取值…',
  valuesFailed: '无法读取值',
  noValues: '没有发现对应的值。',
  fieldTypes: {
    text: '文本',
    texts: '列表',
    payload: '文本',
    any: '任意',
    number: '数字',
    duration: '时长',
    time: '时间',
    boolean: '是或否',
  },
  rangeHint: (least, most) => `从 ${least} 到 ${most}。可用 >、>=、< 或 <= 比较。`,
  syntaxHint: '-key:value 排除 · (a OR b) 任一 · *part* 包含 · "短语"',
  notApplied: (_, counted) => `有 ${counted} 处错误，未应用`,

  timeRange: '时间范围',
  presets: {
    '5m': '最近 5 分钟',
    '30m': '最近 30 分钟',
    '1h': '最近 1 小时',
    '3h': '最近 3 小时',
    '6h': '最近 6 小时',
    '1d': '最近 1 天',
    '3d': '最近 3 天',
    '7d': '最近 7 天',
    '14d': '最近 14 天',
    '30d': '最近 30 天',
    '90d': '最近 90 天',
    '1y': '最近 1 年',
    all: '全部时间',
  },
  from: '从',
  to: '到',
  apply: '应用',
  endsBeforeStart: '结束时间必须晚于开始时间。',
  noTime: '两者都需要日期和时间。',
  timeZone: '时区',
  readersZone: (zone) => `本地（${zone}）`,
  allZones: '所有时区',
  live: '实时',
  liveHint: '新记录会自动出现。按下可暂停查看。',
  stoppedHint: (moment) => `已停在 ${moment}。按下可继续。`,

  environments: '环境',
  allEnvironments: '所有环境',
  noEnvironment: '无环境',
  someEnvironments: (_, counted) => `${counted} 个环境`,
  jobs: 'Langfuse 自身任务',
  readingEnvironments: '正在读取环境…',
  noEnvironments: '此时间段内没有发现环境。',
  environmentsFailed: '无法读取环境',
};
