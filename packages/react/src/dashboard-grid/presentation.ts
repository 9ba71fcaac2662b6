'use client';

import { dashboardEn } from '../messages/dashboard-messages.ts';
import { dashboardGridEn } from '../messages/dashboard-grid-messages.ts';
import { metricEn } from '../messages/metric-messages.ts';
import { panelPresentation } from '../provider/panel-presentation.ts';

/** Texts of this panel, formats and links. */
export const usePresentation = panelPresentation({
  dashboard: dashboardEn,
  dashboardGrid: dashboardGridEn,
  metric: metricEn,
});
