/** Texts of the list of facets. */
export interface FacetListMessages {
  readonly facets: string;
  readonly clearAll: string;
  readonly clearOne: (field: string) => string;
  readonly loading: string;
  readonly failed: string;
  readonly empty: string;
  readonly emptyHint: string;
  readonly searchIn: (field: string) => string;
  readonly leaveOut: (value: string) => string;
  readonly missing: string;
  readonly more: (counted: string) => string;
  readonly less: string;
  readonly nothing: string;
  readonly atLeast: (field: string) => string;
  readonly atMost: (field: string) => string;
  readonly unreadable: (value: string) => string;
  readonly scores: string;
  readonly metadata: string;
  readonly loadingFacet: string;
  /** Names of fields; any other is called as it is. */
  readonly fields: Readonly<Record<string, string>>;
}

export const facetListEn: FacetListMessages = {
  facets: 'Facets',
  clearAll: 'Clear all',
  clearOne: (field) => `Clear ${field}`,
  loading: 'Loading facets…',
  failed: 'The facets could not be counted',
  empty: 'Nothing to filter by',
  emptyHint: 'There are no records in the time and environments shown. Widen them to see what there is.',
  searchIn: (field) => `Search in ${field}`,
  leaveOut: (value) => `Leave out ${value}`,
  missing: 'No value',
  more: (counted) => `Show more of ${counted}`,
  less: 'Show less',
  nothing: 'No values',
  atLeast: (field) => `${field}, at least`,
  atMost: (field) => `${field}, at most`,
  unreadable: (value) => `${value} is no value for this.`,
  scores: 'Scores',
  metadata: 'Metadata',
  loadingFacet: 'Counting…',
  fields: {
    level: 'Level',
    name: 'Name',
    environment: 'Environment',
    tags: 'Tags',
    userId: 'User',
    userIds: 'Users',
    sessionId: 'Session',
    release: 'Release',
    version: 'Version',
    latency: 'Latency',
    duration: 'Duration',
    totalCost: 'Cost ($)',
    totalTokens: 'Tokens',
    observationCount: 'Observations',
    type: 'Type',
    model: 'Model',
    traceName: 'Trace',
    promptName: 'Prompt',
    timeToFirstToken: 'Time to first token',
    tokensPerSecond: 'Tokens per second',
    traceCount: 'Traces',
    sessionCount: 'Sessions',
    errorCount: 'Failed traces',
    source: 'Source',
    dataType: 'Data type',
    value: 'Value',
    observationName: 'Observation',
  },
};

export const facetListZhCn: FacetListMessages = {
  facets: '分面',
  clearAll: '全部清除',
  clearOne: (field) => `清除${field}`,
  loading: '正在统计…',
  failed: '无法统计分面',
  empty: '没有可筛选的内容',
  emptyHint: '所选时间和环境中没有记录。放宽条件即可查看。',
  searchIn: (field) => `在${field}中搜索`,
  leaveOut: (value) => `排除 ${value}`,
  missing: '无值',
  more: (counted) => `显示更多（共 ${counted} 个）`,
  less: '收起',
  nothing: '没有值',
  atLeast: (field) => `${field}，至少`,
  atMost: (field) => `${field}，至多`,
  unreadable: (value) => `${value} 不是有效的值。`,
  scores: '评分',
  metadata: '元数据',
  loadingFacet: '正在统计…',
  fields: {
    level: '级别',
    name: '名称',
    environment: '环境',
    tags: '标签',
    userId: '用户',
    userIds: '用户',
    sessionId: '会话',
    release: '发布',
    version: '版本',
    latency: '延迟',
    duration: '时长',
    totalCost: '费用（$）',
    totalTokens: 'Token',
    observationCount: '观测数',
    type: '类型',
    model: '模型',
    traceName: '追踪',
    promptName: '提示词',
    timeToFirstToken: '首 Token 时间',
    tokensPerSecond: '每秒 Token',
    traceCount: '追踪数',
    sessionCount: '会话数',
    errorCount: '失败的追踪',
    source: '来源',
    dataType: '数据类型',
    value: '值',
    observationName: '观测',
  },
};
