'use client';

import { useContext, useEffect, useSyncExternalStore } from 'react';
import type { UserId } from '@oriel/core';
import { ProfilesContext } from '../provider/profiles-context.ts';
import type { UserProfile } from '../provider/user-profiles.ts';

/** What the host knows of a user, under whichever of their ids; `undefined` until it is known. */
export function useProfile(userId: UserId): UserProfile | undefined {
  const { loader, aliases } = useContext(ProfilesContext);
  const knownId = aliases.knownId(userId);
  const read = () => loader?.get(knownId);
  const profile = useSyncExternalStore(loader?.subscribe ?? subscribeToNothing, read, read);
  useEffect(() => loader?.want(knownId), [loader, knownId]);
  return profile;
}

const subscribeToNothing = () => () => {};
