'use client';

import { scoreFormEn } from '../messages/score-form-messages.ts';
import { panelPresentation } from '../provider/panel-presentation.ts';

/** Texts of this panel, formats and links. */
export const usePresentation = panelPresentation({ scoreForm: scoreFormEn });
