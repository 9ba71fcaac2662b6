'use client';

import { scoreAnalyticsEn } from '../messages/score-analytics-messages.ts';
import { panelPresentation } from '../provider/panel-presentation.ts';

/** Texts of this panel, formats and links. */
export const usePresentation = panelPresentation({ scoreAnalytics: scoreAnalyticsEn });
