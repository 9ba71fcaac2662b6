'use client';

import { facetListEn } from '../messages/facet-list-messages.ts';
import { panelPresentation } from '../provider/panel-presentation.ts';

/** Texts of this panel, formats and links. */
export const usePresentation = panelPresentation({ facetList: facetListEn });
