'use client';

import { createContext, useContext } from 'react';
import { createFormat } from '../format/create-format.ts';
import type { Format } from '../format/create-format.ts';
import { baseEn } from '../messages/base-en.ts';
import type { BaseMessages } from '../messages/base-messages.ts';
import type { Navigation } from './navigation.ts';
import type { RemotePolicy } from './remote-policy.ts';

/** How things are worded, written and linked. Views read only this, so they work without a provider. */
export interface Presentation {
  /** Texts that more than one panel shows; panels read theirs by `panelPresentation`. */
  readonly messages: BaseMessages;
  readonly format: Format;
  readonly navigation: Navigation;
  /** Which addresses in payloads may be loaded. */
  readonly allowRemote: RemotePolicy;
}

export const PresentationContext = createContext<Presentation>({
  messages: baseEn,
  format: createFormat({ locale: baseEn.locale }),
  navigation: {},
  allowRemote: [],
});

/** Texts, formats and links of the nearest provider; English without links where there is none. */
export function usePresentation(): Presentation {
  return useContext(PresentationContext);
}
