'use client';

import { peopleEn } from '../messages/people-messages.ts';
import { panelPresentation } from '../provider/panel-presentation.ts';

/** Texts of this panel, formats and links. */
export const usePresentation = panelPresentation({ people: peopleEn });
