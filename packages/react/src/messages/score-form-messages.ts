import type { ScoreConfig, ScoreProblem } from '@oriel/core';

/** Texts of `ScoreForm`. */
export interface ScoreFormMessages {
  readonly title: string;
  readonly loading: string;
  readonly failed: string;
  readonly noConfigs: string;
  readonly noConfigsHint: string;
  readonly yes: string;
  readonly no: string;
  /** Name of the field with the reason of one score. */
  readonly commentOf: (name: string) => string;
  readonly range: (smallest: string | null, largest: string | null) => string;
  readonly save: string;
  readonly saving: string;
  readonly saved: string;
  readonly notSaved: string;
  readonly readOnly: string;
  readonly problem: (problem: ScoreProblem, config: ScoreConfig) => string;
}

export const scoreFormEn: ScoreFormMessages = {
  title: 'Scores to give',
  loading: 'Loading what can be scored…',
  failed: 'What can be scored could not be loaded',
  noConfigs: 'Nothing to score yet',
  noConfigsHint: 'Add a score config: a name, and what its values can be.',
  yes: 'Yes',
  no: 'No',
  commentOf: (name) => `Why this ${name}?`,
  range: (smallest, largest) =>
    smallest !== null && largest !== null
      ? `${smallest} to ${largest}`
      : smallest !== null
        ? `${smallest} or more`
        : `at most ${largest ?? ''}`,
  save: 'Save',
  saving: 'Saving …',
  saved: 'Saved.',
  notSaved: 'The scores could not be saved.',
  readOnly: 'This store is read-only, so nothing can be scored here.',
  problem: (problem, { minValue, maxValue }) =>
    ({
      missing: 'Give a value, or empty the comment.',
      'not-a-number': 'This is no number.',
      'too-small': `The smallest value is ${minValue}.`,
      'too-large': `The largest value is ${maxValue}.`,
      'unknown-category': 'Choose one of the categories.',
      'too-long': 'At most 500 characters.',
    })[problem],
};

export const scoreFormZhCn: ScoreFormMessages = {
  title: '评分',
  loading: '正在加载评分项…',
  failed: '无法加载评分项',
  noConfigs: '还没有评分项',
  noConfigsHint: '请添加评分配置：名称以及可取的值。',
  yes: '是',
  no: '否',
  commentOf: (name) => `为什么给出此“${name}”？`,
  range: (smallest, largest) =>
    smallest !== null && largest !== null
      ? `${smallest} 至 ${largest}`
      : smallest !== null
        ? `不小于 ${smallest}`
        : `不大于 ${largest ?? ''}`,
  save: '保存',
  saving: '正在保存…',
  saved: '已保存。',
  notSaved: '无法保存评分。',
  readOnly: '此存储为只读，因此无法在此评分。',
  problem: (problem, { minValue, maxValue }) =>
    ({
      missing: '请给出值，或清空评论。',
      'not-a-number': '这不是数字。',
      'too-small': `最小值为 ${minValue}。`,
      'too-large': `最大值为 ${maxValue}。`,
      'unknown-category': '请选择一个类别。',
      'too-long': '最多 500 个字符。',
    })[problem],
};
