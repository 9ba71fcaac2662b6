'use client';

import { scoreTableEn } from '../messages/score-table-messages.ts';
import { panelPresentation } from '../provider/panel-presentation.ts';

/** Texts of this panel, formats and links. */
export const usePresentation = panelPresentation({ scoreTable: scoreTableEn });
