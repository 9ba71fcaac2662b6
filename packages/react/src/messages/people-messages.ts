/** Texts of tables of sessions and users, and of one user. */
export interface PeopleMessages {
  readonly sessions: string;
  readonly loadingSessions: string;
  readonly sessionsFailed: string;
  readonly noSessions: string;
  readonly noSessionsHint: string;
  readonly noSessionMatches: string;
  readonly noSessionMatchesHint: string;
  readonly users: string;
  readonly loadingUsers: string;
  readonly usersFailed: string;
  readonly noUsers: string;
  readonly noUsersHint: string;
  readonly noUserMatches: string;
  readonly noUserMatchesHint: string;
  readonly user: string;
  readonly loadingUser: string;
  readonly userFailed: string;
  readonly unknownUser: string;
  readonly unknownUserHint: (userId: string) => string;
  readonly traces: string;
  readonly turns: string;
  readonly errors: string;
  readonly firstSeen: string;
  readonly lastSeen: string;
  readonly trend: string;
  readonly inputCost: string;
  readonly outputCost: string;
  readonly inputTokens: string;
  readonly outputTokens: string;
  /** Of traces over time, for readers of text. */
  readonly trendOf: (total: string, from: string, to: string, most: string) => string;
  readonly scored: (name: string, count: number, formatted: string) => string;
  readonly atMost: (count: string) => string;
  readonly alsoKnownAs: string;
  readonly moreUsers: (count: string) => string;
  readonly value: string;
  readonly source: string;
  readonly comment: string;
  readonly noScores: string;
  readonly noScoresHint: string;
  readonly scoresFailed: string;
  readonly loadingScores: string;
}

export const peopleEn: PeopleMessages = {
  sessions: 'Sessions',
  loadingSessions: 'Loading sessions…',
  sessionsFailed: 'The sessions could not be loaded',
  noSessions: 'No sessions yet',
  noSessionsHint: 'Traces that share a session id appear here as one session.',
  noSessionMatches: 'No session matches',
  noSessionMatchesHint: 'Sessions may exist outside the present filter. Widen it to see them.',
  users: 'Users',
  loadingUsers: 'Loading users…',
  usersFailed: 'The users could not be loaded',
  noUsers: 'No users yet',
  noUsersHint: 'Whoever is named by a trace as its user appears here.',
  noUserMatches: 'No user matches',
  noUserMatchesHint: 'Users may exist outside the present filter. Widen it to see them.',
  user: 'User',
  loadingUser: 'Loading user…',
  userFailed: 'The user could not be loaded',
  unknownUser: 'Nothing of this user',
  unknownUserHint: (userId) =>
    `No trace within the present filter names ${userId} as its user. Widen the filter to see earlier ones.`,
  traces: 'Traces',
  turns: 'Turns',
  errors: 'Errors',
  firstSeen: 'First seen',
  lastSeen: 'Last seen',
  trend: 'Traces over time',
  inputCost: 'Input cost',
  outputCost: 'Output cost',
  inputTokens: 'Input tokens',
  outputTokens: 'Output tokens',
  trendOf: (total, from, to, most) => `${total} traces from ${from} to ${to}, at most ${most} at once`,
  scored: (name, count, formatted) => `${name}: ${count === 1 ? '1 score' : `${formatted} scores`}`,
  atMost: (count) => `≤ ${count}`,
  alsoKnownAs: 'Also seen as',
  moreUsers: (count) => `${count} more`,
  value: 'Value',
  source: 'Source',
  comment: 'Comment',
  noScores: 'No scores yet',
  noScoresHint: 'What people and evaluators say of this user’s traces appears here.',
  scoresFailed: 'The scores could not be loaded',
  loadingScores: 'Loading scores…',
};

export const peopleZhCn: PeopleMessages = {
  sessions: '会话',
  loadingSessions: '正在加载会话…',
  sessionsFailed: '无法加载会话',
  noSessions: '尚无会话',
  noSessionsHint: '会话 ID 相同的追踪会在此合为一个会话。',
  noSessionMatches: '没有匹配的会话',
  noSessionMatchesHint: '当前筛选之外可能还有会话，放宽条件即可看到。',
  users: '用户',
  loadingUsers: '正在加载用户…',
  usersFailed: '无法加载用户',
  noUsers: '尚无用户',
  noUsersHint: '被追踪记录为用户的人会出现在这里。',
  noUserMatches: '没有匹配的用户',
  noUserMatchesHint: '当前筛选之外可能还有用户，放宽条件即可看到。',
  user: '用户',
  loadingUser: '正在加载用户…',
  userFailed: '无法加载用户',
  unknownUser: '没有此用户的记录',
  unknownUserHint: (userId) => `当前筛选范围内没有以 ${userId} 为用户的追踪。放宽条件可查看更早的记录。`,
  traces: '追踪',
  turns: '轮次',
  errors: '错误',
  firstSeen: '首次出现',
  lastSeen: '最近出现',
  trend: '追踪走势',
  inputCost: '输入费用',
  outputCost: '输出费用',
  inputTokens: '输入 Token',
  outputTokens: '输出 Token',
  trendOf: (total, from, to, most) => `从 ${from} 到 ${to} 共 ${total} 条追踪，单段最多 ${most} 条`,
  scored: (name, _, formatted) => `${name}：${formatted} 个评分`,
  atMost: (count) => `≤ ${count}`,
  alsoKnownAs: '也出现为',
  moreUsers: (count) => `另有 ${count} 位`,
  value: '值',
  source: '来源',
  comment: '评论',
  noScores: '尚无评分',
  noScoresHint: '人员和评估器对此用户的追踪所作的评分会出现在这里。',
  scoresFailed: '无法加载评分',
  loadingScores: '正在加载评分…',
};
