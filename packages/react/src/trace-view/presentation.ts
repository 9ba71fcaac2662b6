'use client';

import { traceViewEn } from '../messages/trace-view-messages.ts';
import { panelPresentation } from '../provider/panel-presentation.ts';

/** Texts of this panel, formats and links. */
export const usePresentation = panelPresentation({ traceView: traceViewEn });
