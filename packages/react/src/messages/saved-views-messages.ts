import type { SystemViewGroup, SystemViewId } from '@oriel/core';

/** Texts of the saved views. */
export interface SavedViewsMessages {
  readonly savedViews: string;
  readonly loading: string;
  readonly failed: string;
  readonly unsupported: string;
  readonly groups: Readonly<Record<SystemViewGroup, string>>;
  readonly system: Readonly<Record<SystemViewId, string>>;
  readonly own: string;
  readonly none: string;
  readonly saveAs: string;
  readonly name: string;
  readonly withTime: string;
  readonly save: string;
  readonly cancel: string;
  readonly taken: (name: string) => string;
  readonly actions: (name: string) => string;
  readonly update: string;
  readonly rename: string;
  readonly copyLink: string;
  readonly copyJson: string;
  readonly remove: string;
  readonly conflict: (name: string) => string;
  readonly notWritten: (message: string) => string;
  readonly unreadable: (name: string) => string;
}

export const savedViewsEn: SavedViewsMessages = {
  savedViews: 'Saved views',
  loading: 'Loading saved views…',
  failed: 'The saved views could not be loaded',
  unsupported: 'This store keeps no documents, so views cannot be saved.',
  groups: { quality: 'Quality', slow: 'Slow', cost: 'Cost' },
  system: {
    errors: 'Errors only',
    'warnings-and-errors': 'Warnings and errors',
    'review-output': 'Review output',
    'low-scores': 'Low scores',
    'failing-users': 'Users with failures',
    'long-sessions': 'Long sessions',
    slow: 'Latency over 10 s',
    'slow-generations': 'Slow generations (over 5 s)',
    'late-first-token': 'Late first token (over 2 s)',
    dear: 'Cost over $1',
    'token-heavy': 'More than 50,000 tokens',
  },
  own: 'Saved',
  none: 'Nothing was saved yet.',
  saveAs: 'Save view…',
  name: 'Name',
  withTime: 'With time and environments',
  save: 'Save',
  cancel: 'Cancel',
  taken: (name) => `There is a view called ${name} already.`,
  actions: (name) => `What to do with ${name}`,
  update: 'Save what is shown',
  rename: 'Rename…',
  copyLink: 'Copy link',
  copyJson: 'Copy as JSON',
  remove: 'Delete',
  conflict: (name) =>
    `Somebody else changed ${name} meanwhile, so nothing was saved. What they saved is listed now; save again to replace it.`,
  notWritten: (message) => `Nothing was saved: ${message}`,
  unreadable: (name) => `${name} cannot be read by this version.`,
};

export const savedViewsZhCn: SavedViewsMessages = {
  savedViews: '已保存的视图',
  loading: '正在加载已保存的视图…',
  failed: '无法加载已保存的视图',
  unsupported: '此存储不保存文档，因此无法保存视图。',
  groups: { quality: '质量', slow: '慢', cost: '费用' },
  system: {
    errors: '仅错误',
    'warnings-and-errors': '警告和错误',
    'review-output': '检查输出',
    'low-scores': '低评分',
    'failing-users': '出现失败的用户',
    'long-sessions': '长会话',
    slow: '延迟超过 10 秒',
    'slow-generations': '慢生成（超过 5 秒）',
    'late-first-token': '首 Token 较慢（超过 2 秒）',
    dear: '费用超过 $1',
    'token-heavy': '超过 50,000 个 Token',
  },
  own: '已保存',
  none: '尚未保存任何视图。',
  saveAs: '保存视图…',
  name: '名称',
  withTime: '包含时间和环境',
  save: '保存',
  cancel: '取消',
  taken: (name) => `已有名为 ${name} 的视图。`,
  actions: (name) => `对 ${name} 的操作`,
  update: '保存当前内容',
  rename: '重命名…',
  copyLink: '复制链接',
  copyJson: '复制为 JSON',
  remove: '删除',
  conflict: (name) => `${name} 已被他人修改，因此未保存。现在列出的是他人保存的内容；再次保存即可替换。`,
  notWritten: (message) => `未保存：${message}`,
  unreadable: (name) => `此版本无法读取 ${name}。`,
};
