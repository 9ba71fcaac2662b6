'use client';

import { releaseCompareEn } from '../messages/release-compare-messages.ts';
import { panelPresentation } from '../provider/panel-presentation.ts';

/** Texts of this panel, formats and links. */
export const usePresentation = panelPresentation({ releaseCompare: releaseCompareEn });
