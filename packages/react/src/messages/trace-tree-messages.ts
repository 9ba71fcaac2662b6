/** Texts of the trace tree alone. */
export interface TraceTreeMessages {
  readonly search: string;
  readonly nextHit: string;
  readonly previousHit: string;
  /** Of the switch that looks into inputs, outputs and metadata, too. */
  readonly searchPayloads: string;
  readonly searchingPayloads: string;
  readonly payloadSearchFailed: string;
  /** Which hit is selected of how many; `place` is empty while none is. */
  readonly hits: (place: string, count: string) => string;
  readonly noHits: string;

  /** Of the menu of everything below. */
  readonly options: string;
  readonly minimumLevel: string;
  readonly allLevels: string;
  readonly withoutDebug: string;
  readonly warningsAndErrors: string;
  readonly errorsOnly: string;
  readonly groupRepeats: string;
  readonly columns: string;

  /** Some rows are left out by level. */
  readonly shownOf: (shown: string, all: string) => string;
  readonly nothingAtLevel: string;
  readonly nothingAtLevelHint: string;
  readonly showAllLevels: string;

  readonly parentMissing: string;
  readonly parentMissingHint: string;
  /** How often siblings repeat: `×12`. */
  readonly repeated: (count: string) => string;
  /** What a collapsed row hides. */
  readonly hiddenRows: (count: number, formatted: string) => string;
  readonly hiddenErrors: (count: number, formatted: string) => string;
  readonly hiddenWarnings: (count: number, formatted: string) => string;
  /** Of an amount that is a sum over everything below. */
  readonly withEverythingBelow: (amount: string) => string;
  /** Children outlive the row: its own length, and the one until the last of them ended. */
  readonly untilLastChild: (own: string, whole: string) => string;
  readonly depth: (depth: string) => string;
}

export const traceTreeEn: TraceTreeMessages = {
  search: 'Search names, types and ids',
  nextHit: 'Next match',
  previousHit: 'Previous match',
  searchPayloads: 'Search inputs, outputs and metadata too',
  searchingPayloads: 'Searching…',
  payloadSearchFailed: 'Inputs and outputs could not be searched.',
  hits: (place, count) => (place === '' ? `${count} found` : `${place} of ${count}`),
  noHits: 'No match',

  options: 'View options',
  minimumLevel: 'Show',
  allLevels: 'All levels',
  withoutDebug: 'Without debug',
  warningsAndErrors: 'Warnings and errors',
  errorsOnly: 'Errors only',
  groupRepeats: 'Group repeated steps',
  columns: 'Columns',

  shownOf: (shown, all) => `${shown} of ${all} observations`,
  nothingAtLevel: 'No observation of this level',
  nothingAtLevelHint: 'The trace has observations, but all of them are milder than the level shown.',
  showAllLevels: 'Show all levels',

  parentMissing: 'Parent missing',
  parentMissingHint: 'Its parent never arrived. Once it does, this moves below it.',
  repeated: (count) => `×${count}`,
  hiddenRows: (count, formatted) => (count === 1 ? '1 row hidden' : `${formatted} rows hidden`),
  hiddenErrors: (count, formatted) => (count === 1 ? '1 error inside' : `${formatted} errors inside`),
  hiddenWarnings: (count, formatted) => (count === 1 ? '1 warning inside' : `${formatted} warnings inside`),
  withEverythingBelow: (amount) => `${amount} with everything below`,
  untilLastChild: (own, whole) => `${own} on its own, ${whole} until its last child ended`,
  depth: (depth) => `Depth ${depth}`,
};

export const traceTreeZhCn: TraceTreeMessages = {
  search: '搜索名称、类型和 ID',
  nextHit: '下一个匹配',
  previousHit: '上一个匹配',
  searchPayloads: '同时搜索输入、输出和元数据',
  searchingPayloads: '正在搜索…',
  payloadSearchFailed: '无法搜索输入和输出。',
  hits: (place, count) => (place === '' ? `找到 ${count} 个` : `第 ${place} 个，共 ${count} 个`),
  noHits: '没有匹配',

  options: '视图选项',
  minimumLevel: '显示',
  allLevels: '所有级别',
  withoutDebug: '不含调试',
  warningsAndErrors: '警告和错误',
  errorsOnly: '仅错误',
  groupRepeats: '合并重复步骤',
  columns: '列',

  shownOf: (shown, all) => `${all} 个观测中的 ${shown} 个`,
  nothingAtLevel: '没有该级别的观测',
  nothingAtLevelHint: '该追踪有观测，但级别都低于所选级别。',
  showAllLevels: '显示所有级别',

  parentMissing: '缺少父级',
  parentMissingHint: '其父级尚未到达。到达后，它会移到父级之下。',
  repeated: (count) => `×${count}`,
  hiddenRows: (_, formatted) => `隐藏了 ${formatted} 行`,
  hiddenErrors: (_, formatted) => `内含 ${formatted} 个错误`,
  hiddenWarnings: (_, formatted) => `内含 ${formatted} 个警告`,
  withEverythingBelow: (amount) => `含所有下级共 ${amount}`,
  untilLastChild: (own, whole) => `自身 ${own}，至最后一个子级结束 ${whole}`,
  depth: (depth) => `深度 ${depth}`,
};
