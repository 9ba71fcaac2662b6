'use client';

import { recordTableEn } from '../messages/record-table-messages.ts';
import { panelPresentation } from '../provider/panel-presentation.ts';

/** Texts of this panel, formats and links. */
export const usePresentation = panelPresentation({ recordTable: recordTableEn });
