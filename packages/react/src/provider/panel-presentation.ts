'use client';

import type { BaseMessages } from '../messages/base-messages.ts';
import type { PanelMessages } from '../messages/messages.ts';
import { usePresentation } from './presentation-context.ts';
import type { Presentation } from './presentation-context.ts';

/** A presentation with the texts of some panels. */
export interface PanelPresentation<Panel extends keyof PanelMessages> extends Omit<Presentation, 'messages'> {
  readonly messages: BaseMessages & Pick<PanelMessages, Panel>;
}

/**
 * Makes the hook by which a panel's parts read texts, formats and links of the nearest provider. Where the host gives
 * no catalogue they are the English ones the panel brings along: these alone are loaded with it.
 *
 * @example
 * // trace-tree/presentation.ts
 * export const usePresentation = panelPresentation({ traceTreePanel: traceTreeEn });
 */
export function panelPresentation<Panel extends keyof PanelMessages>(
  english: Pick<PanelMessages, Panel>,
): () => PanelPresentation<Panel> {
  // One object for each presentation, so that what depends on it does not change with every render.
  const known = new WeakMap<Presentation, PanelPresentation<Panel>>();
  return function usePanelPresentation() {
    const presentation = usePresentation();
    let own = known.get(presentation);
    if (!own) {
      own = { ...presentation, messages: { ...english, ...presentation.messages } };
      known.set(presentation, own);
    }
    return own;
  };
}
