'use client';

import { timelineChartEn } from '../messages/timeline-chart-messages.ts';
import { panelPresentation } from '../provider/panel-presentation.ts';

/** Texts of this panel, formats and links. */
export const usePresentation = panelPresentation({ timelineChart: timelineChartEn });
