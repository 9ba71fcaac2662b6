'use client';

import { chartEn } from '../messages/chart-messages.ts';
import { metricEn } from '../messages/metric-messages.ts';
import { panelPresentation } from '../provider/panel-presentation.ts';

/** Texts of this panel, formats and links. */
export const usePresentation = panelPresentation({ chart: chartEn, metric: metricEn });
