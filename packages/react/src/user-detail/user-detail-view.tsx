'use client';

import type { ReactNode } from 'react';
import type { MergedUser } from '@oriel/core';
import { GroupAnswersContext } from '../people/group-answers.ts';
import type { GroupAnswers } from '../people/group-answers.ts';
import { useControlled } from '../state/use-controlled.ts';
import { Panel } from '../states/panel.tsx';
import type { PanelProps } from '../states/panel.tsx';
import { TabSet } from '../tabs/tab-set.tsx';
import { usePresentation } from './presentation.ts';
import { UserHeader } from './user-header.tsx';

/** Something about a user under its own title. */
export interface UserDetailTab {
  readonly id: string;
  readonly title: ReactNode;
  readonly render: (user: MergedUser) => ReactNode;
}

export interface UserDetailViewProps extends PanelProps {
  /** What `mergeUsers` made of the user's ids. */
  user: MergedUser;
  /** Trend, scores and counted sessions, as far as they are known. @defaultValue none */
  answers?: GroupAnswers | undefined;
  /** @defaultValue none */
  tabs?: readonly UserDetailTab[] | undefined;
  /** Id of the open tab. @defaultValue kept by the panel */
  tab?: string | undefined;
  /** @defaultValue the first */
  defaultTab?: string | undefined;
  onTabChange?: ((tab: string) => void) | undefined;
}

const NO_ANSWERS: GroupAnswers = {};
const NO_TABS: readonly UserDetailTab[] = [];

/** `UserDetail` for a user you already hold: no store, no loading state. */
export function UserDetailView({
  user,
  answers = NO_ANSWERS,
  tabs = NO_TABS,
  tab,
  defaultTab,
  onTabChange,
  ...panel
}: UserDetailViewProps) {
  const { messages } = usePresentation();
  const [chosen, setChosen] = useControlled(tab, defaultTab ?? tabs[0]?.id ?? '', onTabChange);
  const open = tabs.find(({ id }) => id === chosen) ?? tabs[0];
  return (
    <Panel aria-label={messages.people.user} {...panel} name="user-detail" state="ready">
      <GroupAnswersContext.Provider value={answers}>
        <UserHeader user={user} answers={answers} />
      </GroupAnswersContext.Provider>
      {open && (
        <TabSet
          tabs={tabs}
          selectedId={open.id}
          onSelect={setChosen}
          label={messages.people.user}
          className="oriel-user-detail-tabs"
          panelClassName="oriel-user-detail-tab"
        >
          {open.render(user)}
        </TabSet>
      )}
    </Panel>
  );
}
