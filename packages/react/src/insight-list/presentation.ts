'use client';

import { insightListEn } from '../messages/insight-list-messages.ts';
import { panelPresentation } from '../provider/panel-presentation.ts';

/** Texts of this panel, formats and links. */
export const usePresentation = panelPresentation({ insightList: insightListEn });
