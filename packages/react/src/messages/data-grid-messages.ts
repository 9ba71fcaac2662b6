/** Texts of every table. Numbers come written down, as the reader's locale has them. */
export interface DataGridMessages {
  readonly columns: string;
  readonly density: string;
  readonly densities: Readonly<Record<'small' | 'medium' | 'large', string>>;
  readonly resetColumns: string;
  readonly pin: (column: string) => string;
  readonly moveUp: (column: string) => string;
  readonly moveDown: (column: string) => string;
  /** Said of the name of a column to those who do not see it. */
  readonly columnKeys: string;
  readonly selectRow: string;
  readonly selectLoaded: string;
  readonly selected: (count: number, formatted: string) => string;
  /** @param total - `null` while nobody knows. */
  readonly selectAllMatching: (total: string | null) => string;
  readonly clearSelection: string;
  /** Which rows are in sight. @param total - `null` while nobody knows. */
  readonly position: (first: string, last: string, total: string | null) => string;
  readonly newRows: (count: number, formatted: string) => string;
  readonly moreFailed: string;
}

export const dataGridEn: DataGridMessages = {
  columns: 'Columns',
  density: 'Row height',
  densities: { small: 'Small', medium: 'Medium', large: 'Large' },
  resetColumns: 'Reset columns',
  pin: (column) => `Pin ${column}`,
  moveUp: (column) => `Move ${column} towards the start`,
  moveDown: (column) => `Move ${column} towards the end`,
  columnKeys: 'Enter sorts. Shift with left and right resizes, Alt with left and right moves.',
  selectRow: 'Select row',
  selectLoaded: 'Select all loaded rows',
  selected: (_, formatted) => `${formatted} selected`,
  selectAllMatching: (total) => (total === null ? 'Select all that match' : `Select all ${total} that match`),
  clearSelection: 'Clear selection',
  position: (first, last, total) => (total === null ? `${first}–${last}` : `${first}–${last} of ${total}`),
  newRows: (_, formatted) => `${formatted} new`,
  moreFailed: 'More rows could not be loaded.',
};

export const dataGridZhCn: DataGridMessages = {
  columns: '列',
  density: '行高',
  densities: { small: '小', medium: '中', large: '大' },
  resetColumns: '重置列',
  pin: (column) => `固定“${column}”列`,
  moveUp: (column) => `将“${column}”列前移`,
  moveDown: (column) => `将“${column}”列后移`,
  columnKeys: '按 Enter 排序；按住 Shift 和左右键调整宽度；按住 Alt 和左右键移动。',
  selectRow: '选择此行',
  selectLoaded: '选择所有已加载的行',
  selected: (_, formatted) => `已选择 ${formatted} 项`,
  selectAllMatching: (total) => (total === null ? '选择所有匹配项' : `选择所有 ${total} 个匹配项`),
  clearSelection: '清除选择',
  position: (first, last, total) =>
    total === null ? `第 ${first}–${last} 项` : `第 ${first}–${last} 项，共 ${total} 项`,
  newRows: (_, formatted) => `${formatted} 条新记录`,
  moreFailed: '无法加载更多行。',
};
