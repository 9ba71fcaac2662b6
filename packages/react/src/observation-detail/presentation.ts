'use client';

import { observationDetailEn } from '../messages/observation-detail-messages.ts';
import { payloadEn } from '../messages/payload-messages.ts';
import { panelPresentation } from '../provider/panel-presentation.ts';

/** Texts of this panel, formats and links. */
export const usePresentation = panelPresentation({ detail: observationDetailEn, payload: payloadEn });
