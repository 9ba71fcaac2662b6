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
};
