/** Texts of the comments on a trace or an observation. */
export interface CommentsMessages {
  readonly title: string;
  readonly loading: string;
  readonly failed: string;
  readonly none: string;
  readonly noneHint: string;
  readonly write: string;
  readonly hint: string;
  readonly send: string;
  readonly sending: string;
  readonly notSent: string;
  readonly tooLong: (most: string) => string;
  readonly remove: string;
  /** Asks again before a comment is gone. */
  readonly reallyRemove: string;
  readonly notRemoved: string;
  readonly by: (author: string, time: string) => string;
}

export const commentsEn: CommentsMessages = {
  title: 'Comments',
  loading: 'Loading comments…',
  failed: 'Comments could not be loaded',
  none: 'No comments yet',
  noneHint: 'What people say about this step or trace appears here.',
  write: 'Write a comment',
  hint: 'Markdown. Ctrl+Enter sends.',
  send: 'Send',
  sending: 'Sending …',
  notSent: 'The comment could not be sent.',
  tooLong: (most) => `At most ${most} characters.`,
  remove: 'Delete',
  reallyRemove: 'Really delete?',
  notRemoved: 'The comment could not be deleted.',
  by: (author, time) => `${author}, ${time}`,
};

export const commentsZhCn: CommentsMessages = {
  title: '评论',
  loading: '正在加载评论…',
  failed: '无法加载评论',
  none: '还没有评论',
  noneHint: '对此步骤或追踪的评论会显示在这里。',
  write: '撰写评论',
  hint: '支持 Markdown，按 Ctrl+Enter 发送。',
  send: '发送',
  sending: '正在发送…',
  notSent: '无法发送评论。',
  tooLong: (most) => `最多 ${most} 个字符。`,
  remove: '删除',
  reallyRemove: '确定删除？',
  notRemoved: '无法删除评论。',
  by: (author, time) => `${author}，${time}`,
};
