/** Texts of the tables of traces and observations. Numbers come written down, as the reader's locale has them. */
export interface RecordTableMessages {
  readonly traces: string;
  readonly observations: string;
  readonly loadingObservations: string;
  readonly observationsFailed: string;
  readonly noObservations: string;
  readonly noObservationsHint: string;
  readonly noMatch: string;
  readonly failed: string;

  readonly levels: string;
  readonly totalCost: string;
  readonly inputCost: string;
  readonly outputCost: string;
  readonly inputTokens: string;
  readonly outputTokens: string;
  readonly type: string;
  readonly traceName: string;
  readonly tokensPerSecond: string;
  readonly score: (name: string) => string;

  readonly export: string;
  readonly exportFormat: string;
  readonly exportFormats: Readonly<Record<'csv' | 'jsonl' | 'json', string>>;
  readonly exportPayloads: string;
  /** @param count - `null` while nobody knows. */
  readonly exportRows: (count: number | null, formatted: string) => string;
  readonly exporting: (count: string, total: string | null) => string;
  readonly exported: (count: string) => string;
  readonly exportFailed: (reason: string) => string;

  readonly delete: string;
  readonly addTag: string;
  readonly tag: string;
  /** Why there is no way to remove a tag. */
  readonly tagsStay: string;
  readonly readOnly: string;
  readonly willDelete: (count: number, formatted: string, seconds: string) => string;
  readonly willTag: (tag: string, count: number, formatted: string, seconds: string) => string;
  readonly progress: (done: string, total: string) => string;
  readonly deleted: (done: string, total: string) => string;
  readonly tagged: (tag: string, done: string, total: string) => string;
  readonly bulkFailed: (reason: string, done: string, total: string) => string;
  readonly undo: string;
  readonly cancel: string;
  readonly dismiss: string;

  /** Name of the strip of bars over time, with its keys. */
  readonly pulse: string;
  readonly pulseLoading: string;
  readonly pulseRecords: string;
  readonly pulseCount: (count: number, formatted: string) => string;
  readonly pulseErrors: (count: number, formatted: string) => string;
  readonly pulseLatency: (p50: string, p95: string) => string;
}

export const recordTableEn: RecordTableMessages = {
  traces: 'Traces',
  observations: 'Observations',
  loadingObservations: 'Loading observations…',
  observationsFailed: 'Observations could not be loaded',
  noObservations: 'No observations yet',
  noObservationsHint: 'They appear here as soon as a trace with steps is stored.',
  noMatch: 'No observation matches',
  failed: 'not loaded',

  levels: 'Levels',
  totalCost: 'Total cost',
  inputCost: 'Input cost',
  outputCost: 'Output cost',
  inputTokens: 'Input tokens',
  outputTokens: 'Output tokens',
  type: 'Type',
  traceName: 'Trace name',
  tokensPerSecond: 'Tokens/s',
  score: (name) => `★ ${name}`,

  export: 'Export',
  exportFormat: 'Format',
  exportFormats: { csv: 'CSV', jsonl: 'JSON Lines', json: 'JSON' },
  exportPayloads: 'With inputs, outputs and metadata',
  exportRows: (count, formatted) =>
    count === null ? 'Save all that match' : count === 1 ? 'Save 1 row' : `Save ${formatted} rows`,
  exporting: (count, total) =>
    total === null ? `${count} rows written` : `${count} of ${total} rows written`,
  exported: (count) => `Saved ${count} rows.`,
  exportFailed: (reason) => `The export failed: ${reason}`,

  delete: 'Delete',
  addTag: 'Add tag',
  tag: 'Tag',
  tagsStay: 'Tags can be added, not removed: a trace keeps every tag that was ever sent.',
  readOnly: 'This store is read-only.',
  willDelete: (count, formatted, seconds) =>
    `${formatted} ${count === 1 ? 'trace' : 'traces'} will be deleted in ${seconds} s`,
  willTag: (tag, count, formatted, seconds) =>
    `${formatted} ${count === 1 ? 'trace' : 'traces'} will get the tag “${tag}” in ${seconds} s`,
  progress: (done, total) => `${done} of ${total} done`,
  deleted: (done, total) => `Deleted ${done} of ${total}`,
  tagged: (tag, done, total) => `Tagged ${done} of ${total} with “${tag}”`,
  bulkFailed: (reason, done, total) => `Failed after ${done} of ${total}: ${reason}`,
  undo: 'Undo',
  cancel: 'Cancel',
  dismiss: 'Dismiss',

  pulse: 'Activity over time. Arrows go from bar to bar, Shift takes more of them, Enter narrows the time.',
  pulseLoading: 'Loading…',
  pulseRecords: 'Activity',
  pulseCount: (_, formatted) => `${formatted} in all`,
  pulseErrors: (count, formatted) => `${formatted} ${count === 1 ? 'error' : 'errors'}`,
  pulseLatency: (p50, p95) => `p50 ${p50} · p95 ${p95}`,
};

export const recordTableZhCn: RecordTableMessages = {
  traces: '追踪',
  observations: '观测',
  loadingObservations: '正在加载观测…',
  observationsFailed: '无法加载观测',
  noObservations: '还没有观测',
  noObservationsHint: '存储包含步骤的追踪后，观测会立即显示在这里。',
  noMatch: '没有匹配的观测',
  failed: '未加载',

  levels: '级别',
  totalCost: '总费用',
  inputCost: '输入费用',
  outputCost: '输出费用',
  inputTokens: '输入 Token',
  outputTokens: '输出 Token',
  type: '类型',
  traceName: '追踪名称',
  tokensPerSecond: 'Token/秒',
  score: (name) => `★ ${name}`,

  export: '导出',
  exportFormat: '格式',
  exportFormats: { csv: 'CSV', jsonl: 'JSON Lines', json: 'JSON' },
  exportPayloads: '包含输入、输出和元数据',
  exportRows: (count, formatted) => (count === null ? '保存所有匹配项' : `保存 ${formatted} 行`),
  exporting: (count, total) => (total === null ? `已写入 ${count} 行` : `已写入 ${count} / ${total} 行`),
  exported: (count) => `已保存 ${count} 行。`,
  exportFailed: (reason) => `导出失败：${reason}`,

  delete: '删除',
  addTag: '添加标签',
  tag: '标签',
  tagsStay: '标签只能添加，不能移除：追踪会保留所有曾发送的标签。',
  readOnly: '此存储为只读。',
  willDelete: (_, formatted, seconds) => `${formatted} 个追踪将在 ${seconds} 秒后删除`,
  willTag: (tag, _, formatted, seconds) => `${formatted} 个追踪将在 ${seconds} 秒后添加标签“${tag}”`,
  progress: (done, total) => `已完成 ${done} / ${total}`,
  deleted: (done, total) => `已删除 ${done} / ${total}`,
  tagged: (tag, done, total) => `已为 ${done} / ${total} 个追踪添加标签“${tag}”`,
  bulkFailed: (reason, done, total) => `完成 ${done} / ${total} 后失败：${reason}`,
  undo: '撤销',
  cancel: '取消',
  dismiss: '关闭',

  pulse: '随时间变化的活动。左右键逐条移动，按住 Shift 扩大范围，按 Enter 缩小时间范围。',
  pulseLoading: '正在加载…',
  pulseRecords: '活动',
  pulseCount: (_, formatted) => `共 ${formatted} 条`,
  pulseErrors: (_, formatted) => `${formatted} 个错误`,
  pulseLatency: (p50, p95) => `p50 ${p50} · p95 ${p95}`,
};
