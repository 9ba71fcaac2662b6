'use client';

import { modelPriceTableEn } from '../messages/model-price-table-messages.ts';
import { panelPresentation } from '../provider/panel-presentation.ts';

/** Texts of this panel, formats and links. */
export const usePresentation = panelPresentation({ modelPriceTable: modelPriceTableEn });
