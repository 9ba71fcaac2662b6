/** Texts of charts. Numbers come written down, as the reader's locale has them. */
export interface ChartMessages {
  /** Instead of a number that there is none of. */
  readonly noValue: string;
  /** Of groups without a value, such as observations without a model. */
  readonly none: string;
  /** All groups that are not shown one by one. */
  readonly other: string;
  readonly period: string;
  readonly range: string;
  readonly total: string;
  readonly share: string;
  readonly count: string;
  readonly legend: string;
  readonly more: string;
  readonly asTable: string;
  readonly asChart: string;
  readonly saveSvg: string;
  readonly savePng: string;
  readonly saveCsv: string;
  readonly saveFailed: string;
  readonly pickHint: string;
  readonly perSecond: (count: string) => string;
  readonly between: (from: string, to: string) => string;
  /** That the largest are shown, of how many there are. */
  readonly topOf: (shown: string, all: string) => string;
  readonly hiddenFacts: (count: string) => string;
  /** A point in words: where it is, of which series, and its number. */
  readonly point: (place: string, series: string, value: string) => string;
  /** @param share - such as `12%`; `null` where the number before was zero. */
  readonly change: (change: {
    direction: 'up' | 'down' | 'same';
    difference: string;
    share: string | null;
    before: string;
  }) => string;
  readonly before: (value: string) => string;
  /** Of a number that was 0 before. */
  readonly fresh: string;
}

export const chartEn: ChartMessages = {
  noValue: '—',
  none: '(none)',
  other: 'Other',
  period: 'Time',
  range: 'Range',
  total: 'Total',
  share: 'Share',
  count: 'Count',
  legend: 'Series',
  more: 'More',
  asTable: 'Show as table',
  asChart: 'Show as chart',
  saveSvg: 'Save as SVG',
  savePng: 'Save as PNG',
  saveCsv: 'Save as CSV',
  saveFailed: 'Could not be saved',
  pickHint: 'Click or Enter: only this',
  perSecond: (count) => `${count}/s`,
  between: (from, to) => `${from} – ${to}`,
  topOf: (shown, all) => `Top ${shown} of ${all}`,
  hiddenFacts: (count) => `and ${count} more`,
  point: (place, series, value) => `${place}, ${series}: ${value}`,
  change: ({ direction, difference, share, before }) =>
    direction === 'same'
      ? `Same as before: ${before}`
      : `${direction === 'up' ? 'Up' : 'Down'} ${share ?? difference} from ${before} in the period before`,
  before: (value) => `${value} before`,
  fresh: 'new',
};

export const chartZhCn: ChartMessages = {
  noValue: '—',
  none: '（无）',
  other: '其他',
  period: '时间',
  range: '范围',
  total: '合计',
  share: '占比',
  count: '数量',
  legend: '系列',
  more: '更多',
  asTable: '以表格显示',
  asChart: '以图表显示',
  saveSvg: '保存为 SVG',
  savePng: '保存为 PNG',
  saveCsv: '保存为 CSV',
  saveFailed: '无法保存',
  pickHint: '单击或按 Enter：仅看此项',
  perSecond: (count) => `${count}/秒`,
  between: (from, to) => `${from} – ${to}`,
  topOf: (shown, all) => `前 ${shown} 项，共 ${all} 项`,
  hiddenFacts: (count) => `另有 ${count} 项`,
  point: (place, series, value) => `${place}，${series}：${value}`,
  change: ({ direction, difference, share, before }) =>
    direction === 'same'
      ? `与之前相同：${before}`
      : `与上一时段的 ${before} 相比${direction === 'up' ? '上升' : '下降'} ${share ?? difference}`,
  before: (value) => `之前 ${value}`,
  fresh: '新增',
};
