'use client';

import { agentGraphEn } from '../messages/agent-graph-messages.ts';
import { panelPresentation } from '../provider/panel-presentation.ts';

/** Texts of this panel, formats and links. */
export const usePresentation = panelPresentation({ agentGraph: agentGraphEn });
