'use client';

import { createContext } from 'react';
import { indexAliases } from '@oriel/core';
import type { AliasIndex } from '@oriel/core';
import type { ProfileLoader } from './user-profiles.ts';

/** Who users are. */
export interface Profiles {
  /** `null` where the host does not say. */
  readonly loader: ProfileLoader | null;
  readonly aliases: AliasIndex;
  /** Whether any user has more than one id. */
  readonly hasAliases: boolean;
}

export const ProfilesContext = createContext<Profiles>({
  loader: null,
  aliases: indexAliases({}),
  hasAliases: false,
});
