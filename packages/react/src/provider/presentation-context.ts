'use client';

import { createContext, useContext } from 'react';
import { createFormat } from '../format/create-format.ts';
import type { Format } from '../format/create-format.ts';
import { en } from '../messages/en.ts';
import type { Messages } from '../messages/messages.ts';
import type { Navigation } from './navigation.ts';
import type { RemotePolicy } from './remote-policy.ts';

/** How things are worded, written and linked. Views read only this, so they work without a provider. */
export interface Presentation {
  readonly messages: Messages;
  readonly format: Format;
  readonly navigation: Navigation;
  /** Which addresses in payloads may be loaded. */
  readonly allowRemote: RemotePolicy;
}

export const PresentationContext = createContext<Presentation>({
  messages: en,
  format: createFormat({ locale: en.locale }),
  navigation: {},
  allowRemote: [],
});

/** Texts, formats and links of the nearest provider; English without links where there is none. */
export function usePresentation(): Presentation {
  return useContext(PresentationContext);
}
