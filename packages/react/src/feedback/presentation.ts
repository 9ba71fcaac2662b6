'use client';

import { feedbackEn } from '../messages/feedback-messages.ts';
import { panelPresentation } from '../provider/panel-presentation.ts';

/** Texts of this panel, formats and links. */
export const usePresentation = panelPresentation({ feedback: feedbackEn });
