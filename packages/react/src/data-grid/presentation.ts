'use client';

import { dataGridEn } from '../messages/data-grid-messages.ts';
import { panelPresentation } from '../provider/panel-presentation.ts';

/** Texts of this panel, formats and links. */
export const usePresentation = panelPresentation({ dataGrid: dataGridEn });
