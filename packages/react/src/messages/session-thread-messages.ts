/** Texts of the conversation of a session. */
export interface SessionThreadMessages {
  readonly thread: string;
  readonly turns: string;
  readonly loading: string;
  readonly failed: string;
  readonly unknown: string;
  readonly unknownHint: (sessionId: string) => string;
  readonly search: string;
  readonly clearSearch: string;
  readonly matches: (place: string, count: string) => string;
  readonly noMatch: string;
  readonly searching: string;
  readonly searchFailed: string;
  readonly previousMatch: string;
  readonly nextMatch: string;
  readonly follow: string;
  readonly showTurns: string;
  readonly moreTurns: (count: string) => string;
  readonly errors: string;
  readonly started: string;
  readonly nobody: string;
  readonly none: string;
  readonly roles: Readonly<Record<'user' | 'assistant' | 'system' | 'tool', string>>;
  readonly openTrace: string;
  readonly turnFailed: string;
  readonly nothingSaid: string;
  readonly takenFrom: string;
  /** @param length - such as `47 min`. */
  readonly idle: (length: string) => string;
  readonly changed: Readonly<Record<'user' | 'environment' | 'release' | 'version', string>>;
  readonly repeated: (count: number, formatted: string) => string;
  readonly usedTools: (count: number, formatted: string) => string;
  readonly toolFailed: string;
  readonly steps: (count: number, formatted: string) => string;
  readonly loadingSteps: string;
  readonly stepsFailed: string;
  readonly moreSteps: (count: string) => string;
  /** Of a turn, for readers of text: its place, its name. */
  readonly turn: (place: string, count: string, name: string) => string;
  readonly liked: string;
  readonly disliked: string;
}

export const sessionThreadEn: SessionThreadMessages = {
  thread: 'Conversation',
  turns: 'Turns',
  loading: 'Loading conversation…',
  failed: 'The conversation could not be loaded',
  unknown: 'Session not found',
  unknownHint: (sessionId) =>
    `The store has no trace with the session ${sessionId}. It appears here as soon as the first one arrives.`,
  search: 'Search the conversation',
  clearSearch: 'Clear search',
  matches: (place, count) => `${place} of ${count}`,
  noMatch: 'No turn matches',
  searching: 'Searching…',
  searchFailed: 'Texts could not be searched',
  previousMatch: 'Previous match',
  nextMatch: 'Next match',
  follow: 'Follow new turns',
  showTurns: 'List of turns',
  moreTurns: (count) => `${count} turns are loaded. Load more`,
  errors: 'Errors',
  started: 'Started',
  nobody: 'nobody named',
  none: 'none',
  roles: { user: 'User', assistant: 'Assistant', system: 'Instructions', tool: 'Tool' },
  openTrace: 'Open trace',
  turnFailed: 'What was said could not be loaded',
  nothingSaid: 'Neither input nor output was captured.',
  takenFrom: 'From the last call of a model: the trace itself has no input or output.',
  idle: (length) => `${length} later`,
  changed: { user: 'User', environment: 'Environment', release: 'Release', version: 'Version' },
  repeated: (count, formatted) =>
    count === 1 ? '1 earlier message sent along' : `${formatted} earlier messages sent along`,
  usedTools: (count, formatted) => (count === 1 ? 'Used a tool' : `Used ${formatted} tools`),
  toolFailed: 'failed',
  steps: (count, formatted) => (count === 1 ? '1 step' : `${formatted} steps`),
  loadingSteps: 'Loading steps…',
  stepsFailed: 'The steps could not be loaded',
  moreSteps: (count) => `${count} more in the trace`,
  turn: (place, count, name) => `Turn ${place} of ${count}: ${name}`,
  liked: 'Liked',
  disliked: 'Disliked',
};

export const sessionThreadZhCn: SessionThreadMessages = {
  thread: '对话',
  turns: '轮次',
  loading: '正在加载对话…',
  failed: '无法加载对话',
  unknown: '未找到会话',
  unknownHint: (sessionId) => `存储中没有属于会话 ${sessionId} 的追踪。第一条到达后会立即显示在这里。`,
  search: '搜索对话',
  clearSearch: '清除搜索',
  matches: (place, count) => `第 ${place} 个，共 ${count} 个`,
  noMatch: '没有匹配的轮次',
  searching: '正在搜索…',
  searchFailed: '无法搜索内容',
  previousMatch: '上一个匹配',
  nextMatch: '下一个匹配',
  follow: '跟随新的轮次',
  showTurns: '轮次列表',
  moreTurns: (count) => `已加载 ${count} 轮。加载更多`,
  errors: '错误',
  started: '开始于',
  nobody: '未署名',
  none: '无',
  roles: { user: '用户', assistant: '助手', system: '指令', tool: '工具' },
  openTrace: '打开追踪',
  turnFailed: '无法加载内容',
  nothingSaid: '未记录输入和输出。',
  takenFrom: '取自最后一次模型调用：追踪本身没有输入或输出。',
  idle: (length) => `${length}后`,
  changed: { user: '用户', environment: '环境', release: '发布', version: '版本' },
  repeated: (_, formatted) => `一并发送的 ${formatted} 条先前消息`,
  usedTools: (_, formatted) => `使用了 ${formatted} 个工具`,
  toolFailed: '失败',
  steps: (_, formatted) => `${formatted} 步`,
  loadingSteps: '正在加载步骤…',
  stepsFailed: '无法加载步骤',
  moreSteps: (count) => `追踪中还有 ${count} 步`,
  turn: (place, count, name) => `第 ${place} 轮，共 ${count} 轮：${name}`,
  liked: '赞',
  disliked: '踩',
};
