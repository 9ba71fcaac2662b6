export { ScoreForm } from './score-form.tsx';
export type { ScoreFormProps } from './score-form.tsx';
export { ScoreFormView } from './score-form-view.tsx';
export type { ScoreFormViewProps } from './score-form-view.tsx';
export { useScoreForm } from './use-score-form.ts';
export type { ScoreFormState, UseScoreFormOptions } from './use-score-form.ts';
