'use client';

import { logViewEn } from '../messages/log-view-messages.ts';
import { panelPresentation } from '../provider/panel-presentation.ts';

/** Texts of this panel, formats and links. */
export const usePresentation = panelPresentation({ logView: logViewEn });
