'use client';

import { filterBarEn } from '../messages/filter-bar-messages.ts';
import { panelPresentation } from '../provider/panel-presentation.ts';

/** Texts of this panel, formats and links. */
export const usePresentation = panelPresentation({ filterBar: filterBarEn });
