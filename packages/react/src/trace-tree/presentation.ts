'use client';

import { traceTreeEn } from '../messages/trace-tree-messages.ts';
import { panelPresentation } from '../provider/panel-presentation.ts';

/** Texts of this panel, formats and links. */
export const usePresentation = panelPresentation({ traceTreePanel: traceTreeEn });
