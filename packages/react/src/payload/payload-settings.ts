'use client';

import { createContext, useContext } from 'react';

/** How a host or a reader wants payloads shown. */
export interface PayloadSettings {
  /** Texts of messages with their markdown drawn, or exactly as they were sent. */
  readonly textStyle: TextStyle;
}

export type TextStyle = 'markdown' | 'text';

export const PayloadSettingsContext = createContext<PayloadSettings>({ textStyle: 'markdown' });

export function usePayloadSettings(): PayloadSettings {
  return useContext(PayloadSettingsContext);
}
