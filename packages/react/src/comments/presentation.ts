'use client';

import { commentsEn } from '../messages/comments-messages.ts';
import { panelPresentation } from '../provider/panel-presentation.ts';

/** Texts of this panel, formats and links. */
export const usePresentation = panelPresentation({ comments: commentsEn });
