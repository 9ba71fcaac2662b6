/** Texts of the detail of one observation, beside those of its inputs and outputs. */
export interface ObservationDetailMessages {
  readonly views: string;
  readonly formatted: string;
  readonly json: string;
  readonly markdown: string;
  readonly expectedOutput: string;
  readonly perMillion: string;
  readonly searchMetadata: string;
  readonly noMetadata: string;
  readonly cutMetadata: (formatted: string) => string;
  readonly interrupted: string;
  readonly isRunning: string;
  readonly truncated: string;
  readonly masked: string;
  readonly sampled: (share: string) => string;
}

export const observationDetailEn: ObservationDetailMessages = {
  views: 'How to show it',
  formatted: 'Formatted',
  json: 'JSON',
  markdown: 'Markdown',
  expectedOutput: 'Expected output',
  perMillion: 'Per 1M',
  searchMetadata: 'Find in metadata',
  noMetadata: 'No name or value contains this.',
  cutMetadata: (formatted) => `The first ${formatted} entries. The JSON view has all.`,
  interrupted: 'It waits for a person.',
  isRunning: 'It has not ended: what is shown may still grow.',
  truncated: 'Its client cut what it sent, so parts are missing here.',
  masked: 'Parts were hidden before they were stored.',
  sampled: (share) => `${share} of such traces are kept, so others like it are missing.`,
};

export const observationDetailZhCn: ObservationDetailMessages = {
  views: '显示方式',
  formatted: '排版',
  json: 'JSON',
  markdown: 'Markdown',
  expectedOutput: '期望输出',
  perMillion: '每百万',
  searchMetadata: '在元数据中查找',
  noMetadata: '没有包含此内容的名称或值。',
  cutMetadata: (formatted) => `仅前 ${formatted} 项，JSON 视图中有全部内容。`,
  interrupted: '正在等待人工处理。',
  isRunning: '尚未结束，显示的内容可能继续增长。',
  truncated: '客户端截断了发送的内容，此处有缺失。',
  masked: '部分内容在存储前已被隐藏。',
  sampled: (share) => `此类追踪仅保留 ${share}，其余缺失。`,
};
