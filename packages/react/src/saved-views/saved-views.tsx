'use client';

import { useState } from 'react';
import type { ReactNode } from 'react';
import {
  applySavedView,
  DEFAULT_PANEL_FILTERS,
  isSavedViewShown,
  printPanelFilters,
  savedViewOf,
  StoreError,
  SYSTEM_VIEWS,
} from '@oriel/core';
import type { PanelFilters, SavedView, SystemView, SystemViewGroup, View } from '@oriel/core';
import { useHeldFilters } from '../filters/use-held-filters.ts';
import type { HeldFiltersOptions } from '../filters/use-held-filters.ts';
import { isRetryable } from '../queries/read-policy.ts';
import { Panel } from '../states/panel.tsx';
import type { PanelProps } from '../states/panel.tsx';
import { PanelMessage } from '../states/panel-message.tsx';
import { SkeletonLines } from '../states/skeleton-lines.tsx';
import { usePresentation } from './presentation.ts';
import { SaveForm } from './save-form.tsx';
import { isConflict, useSavedViews } from './use-saved-views.ts';
import { ViewActions } from './view-actions.tsx';
import { ViewButton } from './view-button.tsx';

export interface SavedViewsProps extends Omit<PanelProps, 'defaultValue' | 'onChange'>, HeldFiltersOptions {
  /** Whose views are listed. */
  view: View;
  /** Views that everybody has. @defaultValue `SYSTEM_VIEWS` of the view */
  systemViews?: readonly SystemView[] | undefined;
  /** The address at which filters are shown, for links to share. @defaultValue this page with them as its query */
  hrefOf?: ((filters: PanelFilters) => string) | undefined;
}

const GROUPS: readonly SystemViewGroup[] = ['quality', 'slow', 'cost'];

/**
 * Views to choose: those that everybody has, and those that people saved in the provider's document store.
 *
 * @example
 * <SavedViews view="traces" hrefOf={(filters) => `/traces?${printPanelFilters(filters)}`} />
 */
export function SavedViews({
  view,
  systemViews = SYSTEM_VIEWS,
  hrefOf = hrefHere,
  value,
  defaultValue,
  onChange,
  ...panel
}: SavedViewsProps) {
  const { messages } = usePresentation();
  const texts = messages.savedViews;
  const { filters, setFilters } = useHeldFilters({ value, defaultValue, onChange });
  const stored = useSavedViews(view);
  const [notice, setNotice] = useState<string | null>(null);
  const isUnsupported = StoreError.is(stored.error) && stored.error.code === 'unsupported';

  async function attempt(name: string, act: () => Promise<unknown>, conflict = texts.conflict(name)) {
    try {
      await act();
      setNotice(null);
      return true;
    } catch (error) {
      setNotice(isConflict(error) ? conflict : texts.notWritten((error as Error).message));
      return false;
    }
  }

  if (!stored.views && !isUnsupported) {
    const { error } = stored;
    return (
      <Panel aria-label={texts.savedViews} {...panel} name="saved-views" state={error ? 'error' : 'loading'}>
        {error ? (
          <PanelMessage
            kind="error"
            title={texts.failed}
            onRetry={isRetryable(error) ? () => void stored.refetch() : undefined}
          >
            {error.message}
          </PanelMessage>
        ) : (
          <SkeletonLines count={8} className="oriel-saved-views-skeleton" label={texts.loading} />
        )}
      </Panel>
    );
  }

  const show = (saved: SavedView) => setFilters((present) => applySavedView(present, saved));
  const ofView = systemViews.filter((one) => one.view === view);
  return (
    <Panel aria-label={texts.savedViews} {...panel} name="saved-views" state="ready">
      {GROUPS.filter((group) => ofView.some((one) => one.group === group)).map((group) => (
        <ViewGroup key={group} title={texts.groups[group]}>
          {ofView
            .filter((one) => one.group === group)
            .map((one) => (
              <li key={one.id}>
                <ViewButton
                  name={texts.system[one.id]}
                  isShown={isSavedViewShown(filters, one)}
                  onShow={() => show(one)}
                />
              </li>
            ))}
        </ViewGroup>
      ))}
      <ViewGroup title={texts.own}>
        {stored.views?.map((one) => (
          <li key={one.name} className="oriel-saved-views-own">
            <ViewButton
              name={one.name}
              problem={one.saved === null ? texts.unreadable(one.name) : undefined}
              isShown={one.saved !== null && isSavedViewShown(filters, one.saved)}
              onShow={() => one.saved && show(one.saved)}
            />
            <ViewActions
              name={one.name}
              isReadable={one.saved !== null}
              link={() => one.saved && hrefOf(applySavedView(filters, one.saved))}
              json={() => JSON.stringify({ name: one.name, ...one.saved }, null, 2)}
              onUpdate={() =>
                attempt(one.name, () =>
                  stored.update(one, { ...one.saved, ...shownAs(filters, view, one.saved) }),
                )
              }
              onRename={(next) => attempt(one.name, () => stored.rename(one, next), texts.taken(next))}
              onRemove={() => attempt(one.name, () => stored.remove(one))}
            />
          </li>
        ))}
      </ViewGroup>
      {isUnsupported ? (
        <p className="oriel-saved-views-note">{texts.unsupported}</p>
      ) : (
        <>
          {stored.views?.length === 0 && <p className="oriel-saved-views-note">{texts.none}</p>}
          <SaveForm
            onSave={(name, isWhole) => {
              const { text, ...rest } = savedViewOf(filters, view);
              const saved = isWhole ? { text, ...rest } : { text, view };
              return attempt(name, () => stored.save(name, saved), texts.taken(name));
            }}
          />
        </>
      )}
      <p className="oriel-saved-views-notice" role="alert">
        {notice}
      </p>
    </Panel>
  );
}

function ViewGroup({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="oriel-saved-views-group">
      <h3 className="oriel-section-title">{title}</h3>
      <ul>{children}</ul>
    </section>
  );
}

/** What is shown now, with as much in it as was saved before. */
function shownAs(filters: PanelFilters, view: View, saved: SavedView | null): SavedView {
  const { text, time, environments } = savedViewOf(filters, view);
  return {
    view,
    text,
    ...(saved?.time !== undefined && { time }),
    ...(saved?.environments !== undefined && { environments }),
  };
}

/** This page, showing the filters. */
function hrefHere(filters: PanelFilters): string {
  const url = new URL(location.href);
  for (const name of new Set(url.searchParams.keys())) {
    if (name === 'time' || name === 'env' || name.startsWith('filter.')) url.searchParams.delete(name);
  }
  const own = url.searchParams.toString();
  url.search = [own, printPanelFilters(filters, DEFAULT_PANEL_FILTERS)].filter(Boolean).join('&');
  return url.href;
}
