/** Texts of the analysis of scores. Numbers come written down, as the reader's locale has them. */
export interface ScoreAnalyticsMessages {
  readonly title: string;
  readonly loading: string;
  readonly failed: string;
  readonly empty: string;
  readonly emptyHint: string;

  readonly first: string;
  readonly second: string;
  readonly nothing: string;
  readonly option: (name: string, source: string, count: string) => string;
  readonly scope: string;
  readonly all: (first: string, second: string) => string;
  readonly matched: (count: string) => string;
  readonly sampled: (share: string, count: string) => string;

  readonly count: string;
  readonly mean: string;
  readonly shareOfYes: string;
  readonly standardDeviation: string;
  readonly mode: string;
  readonly times: (count: string) => string;
  readonly distribution: (name: string) => string;
  readonly overTime: (name: string) => string;
  readonly value: string;
  readonly others: string;

  readonly agreement: string;
  readonly pairs: string;
  readonly onlyOne: (first: string, second: string) => string;
  readonly noPairs: string;
  readonly pearson: string;
  readonly spearman: string;
  readonly meanAbsoluteError: string;
  readonly rootMeanSquareError: string;
  readonly overallAgreement: string;
  readonly kappa: string;
  readonly weightedF1: string;
  readonly undefined: string;
  readonly grid: string;
}

export const scoreAnalyticsEn: ScoreAnalyticsMessages = {
  title: 'Analysis of scores',
  loading: 'Loading scores…',
  failed: 'Scores could not be loaded',
  empty: 'No scores to analyse',
  emptyHint: 'Numbers, categories and yes or no can be analysed. There are none in what is shown.',

  first: 'Score',
  second: 'Compare with',
  nothing: 'Nothing',
  option: (name, source, count) => `${name} · ${source} (${count})`,
  scope: 'Which scores',
  all: (first, second) => `All (${first} and ${second})`,
  matched: (count) => `Matched (${count})`,
  sampled: (share, count) =>
    `There are ${count} scores. These numbers are of a sample of ${share} of what they judge, the same one each time.`,

  count: 'Scores',
  mean: 'Mean',
  shareOfYes: 'Share of yes',
  standardDeviation: 'Standard deviation',
  mode: 'Most frequent',
  times: (count) => `${count} times`,
  distribution: (name) => `${name}: distribution`,
  overTime: (name) => `${name} over time`,
  value: 'Value',
  others: 'Others',

  agreement: 'Agreement',
  pairs: 'Judged by both',
  onlyOne: (first, second) => `${first} only by the first, ${second} only by the second`,
  noPairs: 'Nothing was judged by both, so there is nothing to compare.',
  pearson: 'Pearson’s r',
  spearman: 'Spearman’s ρ',
  meanAbsoluteError: 'Mean absolute error',
  rootMeanSquareError: 'Root mean square error',
  overallAgreement: 'Same judgement',
  kappa: 'Cohen’s κ',
  weightedF1: 'Weighted F1',
  undefined: 'not defined',
  grid: 'How often values fell together',
};

export const scoreAnalyticsZhCn: ScoreAnalyticsMessages = {
  title: '评分分析',
  loading: '正在加载评分…',
  failed: '无法加载评分',
  empty: '没有可分析的评分',
  emptyHint: '可以分析数值、类别以及是或否，当前范围内没有这样的评分。',

  first: '评分',
  second: '对比',
  nothing: '无',
  option: (name, source, count) => `${name} · ${source}（${count}）`,
  scope: '评分范围',
  all: (first, second) => `全部（${first} 与 ${second}）`,
  matched: (count) => `匹配（${count}）`,
  sampled: (share, count) => `共有 ${count} 个评分。以下数字来自 ${share} 被评分对象的样本，每次相同。`,

  count: '评分数',
  mean: '平均值',
  shareOfYes: '“是”的占比',
  standardDeviation: '标准差',
  mode: '最常见',
  times: (count) => `${count} 次`,
  distribution: (name) => `${name}：分布`,
  overTime: (name) => `${name} 随时间变化`,
  value: '值',
  others: '其他',

  agreement: '一致性',
  pairs: '两者都评分',
  onlyOne: (first, second) => `${first} 个仅有第一项，${second} 个仅有第二项`,
  noPairs: '没有对象同时被两者评分，因此无法比较。',
  pearson: '皮尔逊相关系数 r',
  spearman: '斯皮尔曼相关系数 ρ',
  meanAbsoluteError: '平均绝对误差',
  rootMeanSquareError: '均方根误差',
  overallAgreement: '判断相同',
  kappa: '科恩 κ 系数',
  weightedF1: '加权 F1',
  undefined: '无定义',
  grid: '取值同时出现的次数',
};
