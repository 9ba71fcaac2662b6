export { Feedback } from './feedback.tsx';
export type { FeedbackProps } from './feedback.tsx';
export { FeedbackView } from './feedback-view.tsx';
export type { FeedbackViewProps } from './feedback-view.tsx';
export { useFeedback } from './use-feedback.ts';
export type { FeedbackKind, FeedbackState, UseFeedbackOptions } from './use-feedback.ts';
