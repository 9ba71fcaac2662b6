import type { MatchingRule } from '@oriel/core/pricing';

/** Texts of the table of model prices. Numbers come written down, as the reader's locale has them. */
export interface ModelPriceTableMessages {
  readonly title: string;
  readonly loading: string;
  readonly failed: string;
  readonly noRule: string;
  readonly noRuleHint: string;
  readonly search: string;
  readonly add: string;
  readonly readOnly: string;
  readonly rules: string;
  readonly rule: string;
  readonly pattern: string;
  readonly from: string;
  readonly list: string;
  readonly input: string;
  readonly output: string;
  readonly cacheRead: string;
  readonly perMillion: string;
  readonly always: string;
  readonly otherTiers: (count: number) => string;
  readonly edit: string;
  readonly editRule: (id: string) => string;
  readonly copy: string;
  readonly copyRule: (id: string) => string;
  readonly ruleCount: (shown: string, all: string) => string;
  readonly unusable: (name: string, problem: string) => string;

  readonly test: string;
  readonly testModel: string;
  readonly testDay: string;
  readonly noMatch: (model: string) => string;
  readonly why: Readonly<Record<MatchingRule['why'], string>>;

  readonly newRule: string;
  readonly id: string;
  readonly patternHint: string;
  readonly startDate: string;
  readonly prices: string;
  readonly usageKey: string;
  readonly price: string;
  readonly addPrice: string;
  readonly removePrice: (key: string) => string;
  readonly tiers: string;
  readonly tiersHint: string;
  readonly problem: (path: string, message: string) => string;
  readonly preview: string;
  readonly previewHint: string;
  readonly save: string;
  readonly saved: string;
  readonly remove: string;
  readonly close: string;
  readonly saveFailed: string;

  /** @param changed - calls whose cost changes, written down. */
  readonly wouldChange: (changed: string, before: string, after: string) => string;
  readonly hasChanged: (changed: string, before: string, after: string) => string;
  readonly reprice: string;
  readonly repriceHint: string;
  readonly repriceAll: string;
  readonly repriceCancelled: string;
}

export const modelPriceTableEn: ModelPriceTableMessages = {
  title: 'Model prices',
  loading: 'Loading prices…',
  failed: 'The prices could not be loaded',
  noRule: 'No rule has this text',
  noRuleHint: 'Rules are found by their name, their pattern and their list.',
  search: 'Find rules',
  add: 'Add a rule',
  readOnly: 'This store keeps no documents, so there is nowhere to keep rules of your own.',
  rules: 'Rules',
  rule: 'Rule',
  pattern: 'Pattern',
  from: 'From',
  list: 'List',
  input: 'Input',
  output: 'Output',
  cacheRead: 'Cached input',
  perMillion: 'US dollars for a million units, default tier',
  always: 'always',
  otherTiers: (count) => (count === 1 ? '1 more tier' : `${count} more tiers`),
  edit: 'Edit',
  editRule: (id) => `Edit ${id}`,
  copy: 'Override',
  copyRule: (id) => `Override ${id}`,
  ruleCount: (shown, all) => `${shown} of ${all} rules`,
  unusable: (name, problem) => `The rule ${name} cannot be used: ${problem}`,

  test: 'Which rule counts?',
  testModel: 'Model name',
  testDay: 'On',
  noMatch: (model) => `No rule finds ${model}: its calls are unpriced.`,
  why: {
    counts: 'Counts',
    'not-yet': 'Holds from a later day on',
    superseded: 'A newer rule of its list counts',
    'other-list': 'A rule of an earlier list counts',
  },

  newRule: 'New rule',
  id: 'Name',
  patternHint: 'A regular expression, such as (?i)^(openai/)?my-model$',
  startDate: 'Holds from (empty: always)',
  prices: 'Prices',
  usageKey: 'Usage key',
  price: 'US dollars for a million',
  addPrice: 'Add a price',
  removePrice: (key) => `Remove the price of ${key}`,
  tiers: 'More tiers, as JSON',
  tiersHint: 'Prices under conditions, such as a service tier or a long context.',
  problem: (path, message) => `${path} ${message}`,
  preview: 'Preview',
  previewHint:
    'What the rule would change among the calls that are shown. Costs that clients sent stay as they are.',
  save: 'Save',
  saved:
    'Saved. New calls are priced with it; calls that were priced before keep their costs until they are priced again.',
  remove: 'Delete rule',
  close: 'Close',
  saveFailed: 'The rule could not be saved',

  wouldChange: (changed, before, after) => `${changed} calls would change: ${after} instead of ${before}.`,
  hasChanged: (changed, before, after) => `${changed} calls were changed: ${after} instead of ${before}.`,
  reprice: 'Price again',
  repriceHint:
    'Computes the costs of the calls that are shown anew with the present rules, and keeps them. Costs that clients sent stay as they are.',
  repriceAll: 'Price the range again',
  repriceCancelled: 'Cancelled. What was written stays; pricing again does the rest.',
};

export const modelPriceTableZhCn: ModelPriceTableMessages = {
  title: '模型价格',
  loading: '正在加载价格…',
  failed: '无法加载价格',
  noRule: '没有规则包含此文字',
  noRuleHint: '可按规则的名称、模式和价格表查找。',
  search: '查找规则',
  add: '添加规则',
  readOnly: '此存储不保存文档，无法保存自己的规则。',
  rules: '规则列表',
  rule: '规则',
  pattern: '模式',
  from: '生效日期',
  list: '价格表',
  input: '输入',
  output: '输出',
  cacheRead: '缓存输入',
  perMillion: '默认档每百万单位的美元价格',
  always: '始终',
  otherTiers: (count) => `另有 ${count} 档`,
  edit: '编辑',
  editRule: (id) => `编辑 ${id}`,
  copy: '覆盖',
  copyRule: (id) => `覆盖 ${id}`,
  ruleCount: (shown, all) => `${shown} / ${all} 条规则`,
  unusable: (name, problem) => `规则 ${name} 无法使用：${problem}`,

  test: '哪条规则生效？',
  testModel: '模型名称',
  testDay: '日期',
  noMatch: (model) => `没有规则匹配 ${model}：其调用没有价格。`,
  why: {
    counts: '生效',
    'not-yet': '之后才开始生效',
    superseded: '同一价格表中有更新的规则生效',
    'other-list': '更靠前的价格表中有规则生效',
  },

  newRule: '新规则',
  id: '名称',
  patternHint: '正则表达式，例如 (?i)^(openai/)?my-model$',
  startDate: '生效日期（留空表示始终）',
  prices: '价格',
  usageKey: '用量键',
  price: '每百万的美元价格',
  addPrice: '添加价格',
  removePrice: (key) => `删除 ${key} 的价格`,
  tiers: '其他档位（JSON）',
  tiersHint: '带条件的价格，例如服务等级或长上下文。',
  problem: (path, message) => `${path} ${message}`,
  preview: '预览',
  previewHint: '该规则会在所示调用中改变什么。客户端发送的费用保持不变。',
  save: '保存',
  saved: '已保存。新调用按此计价；此前已计价的调用在重新计价之前保持原费用。',
  remove: '删除规则',
  close: '关闭',
  saveFailed: '无法保存规则',

  wouldChange: (changed, before, after) => `${changed} 次调用会变化：${after}，原为 ${before}。`,
  hasChanged: (changed, before, after) => `已更改 ${changed} 次调用：${after}，原为 ${before}。`,
  reprice: '重新计价',
  repriceHint: '用当前规则重新计算所示调用的费用并保存。客户端发送的费用保持不变。',
  repriceAll: '对该范围重新计价',
  repriceCancelled: '已取消。已写入的保留；再次计价即可完成其余部分。',
};
