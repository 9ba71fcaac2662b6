'use client';

import { useEffect, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { QueryClient } from '@tanstack/react-query';
import { indexAliases } from '@oriel/core';
import type { Store, UserAliases } from '@oriel/core';
import { createFormat } from '../format/create-format.ts';
import { baseEn } from '../messages/base-en.ts';
import type { BaseMessages } from '../messages/base-messages.ts';
import type { Messages } from '../messages/messages.ts';
import { keepFresh } from './keep-fresh.ts';
import type { Navigation } from './navigation.ts';
import { PresentationContext } from './presentation-context.ts';
import { ProfilesContext } from './profiles-context.ts';
import type { RemotePolicy } from './remote-policy.ts';
import { StoreContext } from './store-context.ts';
import { createProfileLoader } from './user-profiles.ts';
import type { ResolveProfiles } from './user-profiles.ts';

export interface OrielProviderProps {
  /** Where traces are read from. Keep one instance: a new one starts with an empty cache. */
  store: Store;
  /** Cache to share with the rest of the app. @defaultValue a private one */
  queryClient?: QueryClient | undefined;
  /** Texts of all panels. @defaultValue the English ones each panel brings along */
  messages?: Messages | undefined;
  /** BCP 47 tag for numbers and dates. @defaultValue the language of `messages` */
  locale?: string | undefined;
  /** IANA time zone of all times. Name one when you render on a server. @defaultValue the reader's own */
  timeZone?: string | undefined;
  /** Addresses of your own pages. @defaultValue no links */
  navigation?: Navigation | undefined;
  /**
   * Which addresses in payloads, such as images of messages, a reader's browser may load: loading one tells its
   * server that somebody looks. Keep one list or function. @defaultValue none
   */
  allowRemote?: RemotePolicy | undefined;
  /**
   * Says who users are: names, pictures and pages of yours, asked for in batches and kept. Keep one function.
   * @defaultValue users are shown by their ids
   */
  profiles?: ResolveProfiles | undefined;
  /**
   * Other ids of users, each with the id the user is known by, such as what they were before they logged in. Keep one
   * object. @defaultValue every id is a user
   */
  aliases?: UserAliases | undefined;
  children?: ReactNode;
}

const NOTHING: RemotePolicy = [];
const NO_ALIASES: UserAliases = {};

/** Gives every panel below it a store to read and a language to speak. */
export function OrielProvider({
  store,
  queryClient: sharedClient,
  messages: ownMessages,
  locale = (ownMessages ?? baseEn).locale,
  timeZone,
  navigation,
  allowRemote = NOTHING,
  profiles,
  aliases = NO_ALIASES,
  children,
}: OrielProviderProps) {
  const messages: BaseMessages = ownMessages ?? baseEn;
  const [privateClient] = useState(() => new QueryClient());
  const queryClient = sharedClient ?? privateClient;

  useEffect(() => keepFresh(queryClient, store.traces), [queryClient, store.traces]);

  const storeContext = useMemo(() => ({ store, queryClient }), [store, queryClient]);
  const presentation = useMemo(
    () => ({
      messages,
      format: createFormat({ locale, timeZone }),
      navigation: navigation ?? {},
      allowRemote,
    }),
    [messages, locale, timeZone, navigation, allowRemote],
  );
  const people = useMemo(
    () => ({
      loader: profiles ? createProfileLoader(profiles) : null,
      aliases: indexAliases(aliases),
      hasAliases: Object.keys(aliases).length > 0,
    }),
    [profiles, aliases],
  );

  return (
    <StoreContext.Provider value={storeContext}>
      <PresentationContext.Provider value={presentation}>
        <ProfilesContext.Provider value={people}>{children}</ProfilesContext.Provider>
      </PresentationContext.Provider>
    </StoreContext.Provider>
  );
}
