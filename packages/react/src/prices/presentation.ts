'use client';

import { costPanelEn } from '../messages/cost-panel-messages.ts';
import { panelPresentation } from '../provider/panel-presentation.ts';

/** Texts of this panel, formats and links. */
export const usePresentation = panelPresentation({ costPanel: costPanelEn });
