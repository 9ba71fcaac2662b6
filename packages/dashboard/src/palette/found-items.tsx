'use client';

import { useDeferredValue, useEffect } from 'react';
import { Command } from 'cmdk';
import { useResolvedTraceId, useSessionList, useTraceList, useUserList } from '@oriel/react';
import type { Filter } from '@oriel/core';
import { PageIcon } from '../layout/page-icon.tsx';
import { useDashboard } from '../navigation/dashboard-context.ts';
import type { DashboardRoute, PageName } from '../navigation/route.ts';

interface FoundItemsProps {
  /** Not empty. */
  text: string;
  onPick: (to: Omit<DashboardRoute, 'query'>) => void;
  /** Called with the value of what was found first: answers come after the letters that asked for them. */
  onFound: (value: string) => void;
}

interface Found {
  readonly id: string;
  readonly name: string;
}

const MOST = 5;

/** The trace that has this id, and traces, sessions and users that are called so: asked of the whole store. */
export function FoundItems({ text, onPick, onFound }: FoundItemsProps) {
  const { palette } = useDashboard().messages;
  const wanted = useDeferredValue(text);
  const trace = useResolvedTraceId(wanted);
  const traces = useTraceList({ filter: holds('name', wanted), limit: MOST });
  const sessions = useSessionList({ filter: holds('id', wanted), limit: MOST });
  const users = useUserList({ filter: holds('id', wanted), limit: MOST });

  const isSearching = [trace, traces, sessions, users].some(({ isPending }) => isPending) || wanted !== text;
  const groups: readonly (readonly [string, PageName, readonly Found[]])[] = [
    [palette.trace, 'traces', trace.data ? [{ id: trace.data, name: trace.data }] : []],
    [palette.traces, 'traces', firstPage(traces.data).map(({ id, name }) => ({ id, name: name ?? id }))],
    [palette.sessions, 'sessions', firstPage(sessions.data).map(({ id }) => ({ id, name: id }))],
    [palette.users, 'users', firstPage(users.data).map(({ id }) => ({ id, name: id }))],
  ];
  const [first] = groups.flatMap(([heading, , found]) => found.map(({ id }) => itemValue(heading, id)));
  const isNothing = groups.every(([, , found]) => found.length === 0);

  useEffect(() => {
    if (first !== undefined) onFound(first);
  }, [first, onFound]);

  return (
    <>
      {groups.map(([heading, page, found]) => (
        <FoundGroup key={heading} heading={heading} page={page} found={found} onPick={onPick} />
      ))}
      {isNothing && (
        <output className="oriel-palette-note">
          {isSearching ? palette.searching : palette.nothing(text)}
        </output>
      )}
    </>
  );
}

interface FoundGroupProps {
  heading: string;
  page: PageName;
  found: readonly Found[];
  onPick: FoundItemsProps['onPick'];
}

function FoundGroup({ heading, page, found, onPick }: FoundGroupProps) {
  if (found.length === 0) return null;
  return (
    <Command.Group heading={heading}>
      {found.map(({ id, name }) => (
        <Command.Item key={id} value={itemValue(heading, id)} onSelect={() => onPick({ page, id })}>
          <PageIcon page={page} />
          <span className="oriel-palette-name">{name}</span>
          {name !== id && <span className="oriel-palette-id">{id}</span>}
        </Command.Item>
      ))}
    </Command.Group>
  );
}

/** One trace can be found by its id and by its name: two items. */
function itemValue(heading: string, id: string): string {
  return `${heading} ${id}`;
}

function holds(field: string, value: string): Filter {
  return { field, op: 'contains', value };
}

/** Pages of a list in the cache may be more than were asked for here. */
function firstPage<Item>(
  data: { readonly pages: readonly { readonly items: readonly Item[] }[] } | undefined,
) {
  return data?.pages[0]?.items ?? [];
}
