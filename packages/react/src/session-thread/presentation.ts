'use client';

import { payloadEn } from '../messages/payload-messages.ts';
import { sessionThreadEn } from '../messages/session-thread-messages.ts';
import { panelPresentation } from '../provider/panel-presentation.ts';

/** Texts of this panel, formats and links. */
export const usePresentation = panelPresentation({ payload: payloadEn, sessionThread: sessionThreadEn });
