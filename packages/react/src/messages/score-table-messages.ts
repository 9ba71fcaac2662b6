/** Texts of the table of scores. */
export interface ScoreTableMessages {
  readonly title: string;
  readonly loading: string;
  readonly failed: string;
  readonly noScores: string;
  readonly noScoresHint: string;
  readonly noMatch: string;
  readonly noMatchHint: string;

  readonly value: string;
  readonly source: string;
  readonly dataType: string;
  readonly author: string;
  readonly comment: string;
  readonly output: string;
  readonly config: string;
  readonly scoreId: string;
  /** Where an output could not be read. */
  readonly notLoaded: string;

  /** Name of the choice between all scores and the lowest of one. */
  readonly show: string;
  readonly allScores: string;
  readonly lowestOf: (name: string) => string;
}

export const scoreTableEn: ScoreTableMessages = {
  title: 'Scores',
  loading: 'Loading scores…',
  failed: 'Scores could not be loaded',
  noScores: 'No scores yet',
  noScoresHint: 'They appear here as soon as somebody, or an evaluator, judges a trace.',
  noMatch: 'No score matches',
  noMatchHint: 'There may be scores outside of what is asked for. Widen the filter.',

  value: 'Value',
  source: 'Source',
  dataType: 'Data type',
  author: 'Author',
  comment: 'Comment',
  output: 'Judged output',
  config: 'Score config',
  scoreId: 'Score ID',
  notLoaded: 'not loaded',

  show: 'Show',
  allScores: 'All scores',
  lowestOf: (name) => `Lowest ${name} first`,
};

export const scoreTableZhCn: ScoreTableMessages = {
  title: '评分',
  loading: '正在加载评分…',
  failed: '无法加载评分',
  noScores: '还没有评分',
  noScoresHint: '有人或评估器对追踪评分后，会立即显示在这里。',
  noMatch: '没有匹配的评分',
  noMatchHint: '当前条件之外可能还有评分，请放宽条件。',

  value: '值',
  source: '来源',
  dataType: '数据类型',
  author: '评分人',
  comment: '评论',
  output: '被评分的输出',
  config: '评分配置',
  scoreId: '评分 ID',
  notLoaded: '未加载',

  show: '显示',
  allScores: '全部评分',
  lowestOf: (name) => `“${name}”最低的在前`,
};
