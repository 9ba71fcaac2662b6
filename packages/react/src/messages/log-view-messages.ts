/** Texts of the log. */
export interface LogViewMessages {
  readonly log: string;
  readonly search: string;
  readonly levels: string;
  readonly type: string;
  readonly allTypes: string;
  readonly follow: string;
  readonly expandWindow: string;
  readonly copyLines: string;
  readonly downloadLines: string;
  /** @param share - a percentage, such as `10%`. */
  readonly preparing: (share: string) => string;
  readonly exportFailed: string;
  readonly shownOf: (shown: string, total: string) => string;
  /** @param share - a percentage; `null` when nobody knows how much there is. */
  readonly searching: (share: string | null) => string;
  readonly foundInPayloads: (count: number, formatted: string) => string;
  readonly searchFailed: string;
  readonly noMatches: string;
  readonly noMatchesHint: string;
  readonly clearFilter: string;
  readonly payloadMissing: string;
  /** On paper: rows whose payloads nobody had read when printing began. */
  readonly printedUnread: (count: number, formatted: string) => string;
}

export const logViewEn: LogViewMessages = {
  log: 'Log',
  search: 'Search names and payloads',
  levels: 'Levels',
  type: 'Type',
  allTypes: 'All types',
  follow: 'Follow new observations',
  expandWindow: 'Expand all in view',
  copyLines: 'Copy as JSON Lines',
  downloadLines: 'Download as JSON Lines',
  preparing: (share) => `Reading payloads… ${share}`,
  exportFailed: 'The payloads could not be read',
  shownOf: (shown, total) => `${shown} of ${total}`,
  searching: (share) => (share === null ? 'Searching payloads…' : `Searching payloads… ${share}`),
  foundInPayloads: (count, formatted) => (count === 1 ? '1 in payloads' : `${formatted} in payloads`),
  searchFailed: 'Payloads could not be searched',
  noMatches: 'Nothing matches',
  noMatchesHint: 'No observation of this trace meets the search and the filters.',
  clearFilter: 'Show everything',
  payloadMissing: 'The store has no input or output of this observation.',
  printedUnread: (count, formatted) =>
    count === 1
      ? 'The input and output of 1 row were not read before printing.'
      : `The inputs and outputs of ${formatted} rows were not read before printing.`,
};

export const logViewZhCn: LogViewMessages = {
  log: '日志',
  search: '搜索名称和内容',
  levels: '级别',
  type: '类型',
  allTypes: '全部类型',
  follow: '跟随新的观测',
  expandWindow: '展开可见项',
  copyLines: '复制为 JSON Lines',
  downloadLines: '下载为 JSON Lines',
  preparing: (share) => `正在读取内容… ${share}`,
  exportFailed: '无法读取内容',
  shownOf: (shown, total) => `${shown} / ${total}`,
  searching: (share) => (share === null ? '正在搜索内容…' : `正在搜索内容… ${share}`),
  foundInPayloads: (_, formatted) => `内容中 ${formatted} 处`,
  searchFailed: '无法搜索内容',
  noMatches: '没有匹配项',
  noMatchesHint: '此追踪中没有符合搜索和筛选条件的观测。',
  clearFilter: '显示全部',
  payloadMissing: '存储中没有此观测的输入或输出。',
  printedUnread: (_, formatted) => `打印前有 ${formatted} 行的输入和输出尚未读取。`,
};
