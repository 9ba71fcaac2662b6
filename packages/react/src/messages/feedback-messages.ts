/** Texts of `Feedback`. */
export interface FeedbackMessages {
  readonly title: string;
  readonly question: string;
  readonly good: string;
  readonly bad: string;
  readonly star: (count: number, most: number) => string;
  readonly commentLabel: string;
  readonly commentPlaceholder: string;
  readonly send: string;
  readonly sending: string;
  readonly thanks: string;
  readonly failed: string;
}

export const feedbackEn: FeedbackMessages = {
  title: 'Feedback',
  question: 'Was this helpful?',
  good: 'Yes, it was helpful',
  bad: 'No, it was not helpful',
  star: (count, most) => `${count} of ${most} stars`,
  commentLabel: 'Comment',
  commentPlaceholder: 'What was good, what was missing?',
  send: 'Send',
  sending: 'Sending …',
  thanks: 'Thank you.',
  failed: 'Your feedback could not be sent.',
};

export const feedbackZhCn: FeedbackMessages = {
  title: '反馈',
  question: '这对您有帮助吗？',
  good: '有帮助',
  bad: '没有帮助',
  star: (count, most) => `${count} 星（共 ${most} 星）`,
  commentLabel: '评论',
  commentPlaceholder: '哪里好？缺少什么？',
  send: '发送',
  sending: '正在发送…',
  thanks: '谢谢。',
  failed: '无法发送您的反馈。',
};
