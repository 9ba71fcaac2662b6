'use client';

import { savedViewsEn } from '../messages/saved-views-messages.ts';
import { panelPresentation } from '../provider/panel-presentation.ts';

/** Texts of this panel, formats and links. */
export const usePresentation = panelPresentation({ savedViews: savedViewsEn });
