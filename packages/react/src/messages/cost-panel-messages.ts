/** Texts of the cost panel. Numbers come written down, as the reader's locale has them. */
export interface CostPanelMessages {
  readonly title: string;
  readonly loading: string;
  readonly failed: string;
  readonly partFailed: string;
  readonly empty: string;
  readonly emptyHint: string;
  readonly groupBy: string;
  readonly groupings: Readonly<
    Record<
      | 'model'
      | 'user'
      | 'session'
      | 'environment'
      | 'release'
      | 'version'
      | 'tag'
      | 'trace-name'
      | 'name'
      | 'type'
      | 'prompt',
      string
    >
  >;
  readonly metadataKey: (key: string) => string;
  readonly show: string;
  readonly cost: string;
  readonly tokens: string;
  readonly calls: string;
  readonly share: string;
  readonly perCall: string;
  readonly change: string;
  readonly inputTokens: string;
  readonly outputTokens: string;
  /** @param change - with its sign, or a word. */
  readonly againstBefore: (change: string) => string;
  readonly newGroup: string;
  readonly none: string;
  readonly rest: string;
  readonly groupsOf: (grouping: string) => string;
  readonly tagsOverlap: string;

  readonly cached: string;
  readonly saved: (amount: string) => string;
  readonly lost: (amount: string) => string;
  readonly savedUnknown: (tokens: string) => string;

  readonly usageTypes: string;
  readonly usageType: string;
  readonly units: string;
  readonly perMillion: string;
  readonly notSplit: string;
  /** Where the kinds add up to more than the totals that were sent with them. */
  readonly beyondTotals: string;

  readonly findings: string;
  readonly unpricedModel: (finding: { model: string; calls: string; tokens: string }) => string;
  readonly uncountedModel: (finding: { model: string; calls: string }) => string;
  readonly partsExceedTotal: (finding: { model: string; calls: string; share: string }) => string;
  readonly sameTokensTwice: (finding: { keys: string; calls: string; tokens: string }) => string;
  readonly repeatedByParent: (finding: { name: string; steps: string; cost: string }) => string;
  readonly sampled: (finding: { traces: string; cost: string; estimated: string }) => string;
  readonly lookedAt: (looked: string, suspected: string) => string;
  readonly showStep: string;

  readonly budgets: string;
  readonly periods: Readonly<Record<'day' | 'week' | 'month', string>>;
  readonly spentOf: (spent: string, amount: string) => string;
  readonly projected: (amount: string) => string;
  readonly projection: string;
  readonly runsOut: (time: string) => string;
  readonly budgetStates: Readonly<Record<'over' | 'at-risk' | 'fine', string>>;

  readonly whatIf: string;
  readonly whatIfHint: string;
  readonly priceList: string;
  readonly compute: string;
  readonly cancel: string;
  readonly lookedThrough: (done: string, all: string) => string;
  readonly cancelled: string;
  readonly before: string;
  readonly after: string;
  readonly difference: string;
  readonly unchangedCalls: (calls: string) => string;
  readonly withPrices: (list: string, before: string, after: string) => string;
}

export const costPanelEn: CostPanelMessages = {
  title: 'Costs',
  loading: 'Loading costs…',
  failed: 'The costs could not be loaded',
  partFailed: 'A part of the costs could not be loaded',
  empty: 'Nothing was used yet',
  emptyHint: 'No call of the present time and filter says what it used or cost. Widen them to see others.',
  groupBy: 'Split by',
  groupings: {
    model: 'Model',
    user: 'User',
    session: 'Session',
    environment: 'Environment',
    release: 'Release',
    version: 'Version',
    tag: 'Tag',
    'trace-name': 'Trace name',
    name: 'Step name',
    type: 'Step type',
    prompt: 'Prompt',
  },
  metadataKey: (key) => `Metadata: ${key}`,
  show: 'Show',
  cost: 'Cost',
  tokens: 'Tokens',
  calls: 'Calls',
  share: 'Share',
  perCall: 'Per call',
  change: 'Change',
  inputTokens: 'Tokens in',
  outputTokens: 'Tokens out',
  againstBefore: (change) => `${change} against the time before`,
  newGroup: 'new',
  none: 'None',
  rest: 'All others',
  groupsOf: (grouping) => `Costs by ${grouping.toLowerCase()}`,
  tagsOverlap: 'A call with several tags counts for each of them.',

  cached: 'Input from caches',
  saved: (amount) => `saved ${amount}`,
  lost: (amount) => `cost ${amount} more than no cache`,
  savedUnknown: (tokens) => `${tokens} tokens without a price`,

  usageTypes: 'By kind of usage',
  usageType: 'Kind',
  units: 'Units',
  perMillion: 'Per million',
  notSplit: 'Not split up',
  beyondTotals: 'Less: beyond the totals sent',

  findings: 'Before you trust these numbers',
  unpricedModel: ({ model, calls, tokens }) =>
    `No price is known for ${model}: ${calls} calls with ${tokens} tokens are missing from every cost.`,
  uncountedModel: ({ model, calls }) =>
    `${calls} calls of ${model} say neither what they used nor what they cost.`,
  partsExceedTotal: ({ model, calls, share }) =>
    `The parts of ${model} come to ${share} of its totals in ${calls} calls: some tokens are counted twice.`,
  sameTokensTwice: ({ keys, calls, tokens }) =>
    `${calls} calls report the same tokens as ${keys}: ${tokens} tokens may be counted twice.`,
  repeatedByParent: ({ name, steps, cost }) =>
    `${name} reports the usage of the calls below it once more, in ${steps} steps: ${cost} may be counted twice.`,
  sampled: ({ traces, cost, estimated }) =>
    `${traces} traces were sampled: of about ${estimated} only ${cost} is shown.`,
  lookedAt: (looked, suspected) =>
    `Repeated usage was looked for in the ${looked} traces with the most of it, of ${suspected}.`,
  showStep: 'Show one',

  budgets: 'Budgets',
  periods: { day: 'today', week: 'this week', month: 'this month' },
  spentOf: (spent, amount) => `${spent} of ${amount}`,
  projected: (amount) => `${amount} by the end, if it goes on as it did so far`,
  projection:
    'The line across is the amount. Dashed: as it goes on, in a straight line from the part of the period that is over.',
  runsOut: (time) => `spent by ${time}`,
  budgetStates: { over: 'Over budget', 'at-risk': 'At risk', fine: 'On track' },

  whatIf: 'With other prices',
  whatIfHint:
    'What the same calls would cost. Nothing is written, and costs that clients sent stay as they are.',
  priceList: 'Price list',
  compute: 'Compute',
  cancel: 'Cancel',
  lookedThrough: (done, all) => `${done} of ${all} observations`,
  cancelled: 'Cancelled.',
  before: 'Now',
  after: 'Then',
  difference: 'Difference',
  unchangedCalls: (calls) => `${calls} calls would change`,
  withPrices: (list, before, after) => `With ${list}: ${after} instead of ${before}.`,
};

export const costPanelZhCn: CostPanelMessages = {
  title: '费用',
  loading: '正在加载费用…',
  failed: '无法加载费用',
  partFailed: '部分费用无法加载',
  empty: '还没有任何用量',
  emptyHint: '当前时间和筛选条件内没有调用记录用量或费用。放宽条件即可查看其他调用。',
  groupBy: '拆分依据',
  groupings: {
    model: '模型',
    user: '用户',
    session: '会话',
    environment: '环境',
    release: '发布',
    version: '版本',
    tag: '标签',
    'trace-name': '追踪名称',
    name: '步骤名称',
    type: '步骤类型',
    prompt: '提示词',
  },
  metadataKey: (key) => `元数据：${key}`,
  show: '显示',
  cost: '费用',
  tokens: 'Token',
  calls: '调用',
  share: '占比',
  perCall: '每次调用',
  change: '变化',
  inputTokens: '输入 Token',
  outputTokens: '输出 Token',
  againstBefore: (change) => `较前一时段 ${change}`,
  newGroup: '新增',
  none: '无',
  rest: '其他全部',
  groupsOf: (grouping) => `按${grouping}划分的费用`,
  tagsOverlap: '带多个标签的调用会计入每个标签。',

  cached: '来自缓存的输入',
  saved: (amount) => `节省 ${amount}`,
  lost: (amount) => `比不用缓存多花 ${amount}`,
  savedUnknown: (tokens) => `${tokens} Token 没有价格`,

  usageTypes: '按用量类型',
  usageType: '类型',
  units: '数量',
  perMillion: '每百万',
  notSplit: '未细分',
  beyondTotals: '减去：超出所报总数的部分',

  findings: '使用这些数字之前',
  unpricedModel: ({ model, calls, tokens }) =>
    `${model} 没有已知价格：${calls} 次调用、${tokens} Token 未计入任何费用。`,
  uncountedModel: ({ model, calls }) => `${model} 的 ${calls} 次调用既没有用量也没有费用。`,
  partsExceedTotal: ({ model, calls, share }) =>
    `${model} 在 ${calls} 次调用中各部分之和为总量的 ${share}：有 Token 被重复计算。`,
  sameTokensTwice: ({ keys, calls, tokens }) =>
    `${calls} 次调用用 ${keys} 报告了同一批 Token：${tokens} Token 可能被重复计算。`,
  repeatedByParent: ({ name, steps, cost }) =>
    `${name} 在 ${steps} 个步骤中再次报告了其下调用的用量：${cost} 可能被重复计算。`,
  sampled: ({ traces, cost, estimated }) => `${traces} 条追踪经过采样：约 ${estimated} 中只显示了 ${cost}。`,
  lookedAt: (looked, suspected) =>
    `在 ${suspected} 条可疑追踪中，检查了用量最多的 ${looked} 条是否重复报告用量。`,
  showStep: '查看一例',

  budgets: '预算',
  periods: { day: '今天', week: '本周', month: '本月' },
  spentOf: (spent, amount) => `${spent} / ${amount}`,
  projected: (amount) => `照此下去，期末将达 ${amount}`,
  projection: '横线为预算金额；虚线为按本期已过去部分的花费直线推算。',
  runsOut: (time) => `将于 ${time} 用完`,
  budgetStates: { over: '超出预算', 'at-risk': '有超支风险', fine: '正常' },

  whatIf: '换用其他价格',
  whatIfHint: '同样的调用会花多少钱。不会写入任何数据，客户端发送的费用保持不变。',
  priceList: '价格表',
  compute: '计算',
  cancel: '取消',
  lookedThrough: (done, all) => `${done} / ${all} 个步骤`,
  cancelled: '已取消。',
  before: '现在',
  after: '换用后',
  difference: '差异',
  unchangedCalls: (calls) => `${calls} 次调用会变化`,
  withPrices: (list, before, after) => `使用 ${list}：${after}，原为 ${before}。`,
};
