'use client';

import { useMemo } from 'react';
import { nodeNotices } from '@oriel/core';
import type { NodePayload } from '../queries/payload-query.ts';
import { PayloadSettingsContext } from '../payload/payload-settings.ts';
import type { TextStyle } from '../payload/payload-settings.ts';
import { PresentationContext } from '../provider/presentation-context.ts';
import { usePresentation } from './presentation.ts';
import type { RemotePolicy } from '../provider/remote-policy.ts';
import { useControlled } from '../state/use-controlled.ts';
import { Panel } from '../states/panel.tsx';
import type { PanelProps } from '../states/panel.tsx';
import { PanelMessage } from '../states/panel-message.tsx';
import { TabSet } from '../tabs/tab-set.tsx';
import { DetailBody } from './detail-body.tsx';
import { DetailJson } from './detail-json.tsx';
import { DetailNotices } from './detail-notices.tsx';
import type { DetailOptions, DetailSection } from './detail-slots.ts';
import { ObservationHeader } from './observation-header.tsx';
import { PayloadPending } from './payload-pending.tsx';
import { useObservationDetail } from './use-observation-detail.ts';
import type { UseObservationDetailOptions } from './use-observation-detail.ts';

export interface ObservationDetailViewProps extends PanelProps, UseObservationDetailOptions, DetailOptions {
  /** What went in and out; `null` when nothing was captured, `undefined` while it loads. */
  payload: NodePayload | null | undefined;
  /** Why the payload could not be loaded. */
  payloadError?: string | undefined;
  /** Offers to load the payload again. */
  onRetryPayload?: (() => void) | undefined;
  /** Which addresses in payloads may be loaded. @defaultValue what the provider says: none */
  allowRemote?: RemotePolicy | undefined;
}

const NOTHING_FOLDED: readonly DetailSection[] = [];

/** `ObservationDetail` for data you already hold: no store, no loading of its own. */
export function ObservationDetailView({
  structure,
  observationId,
  payload,
  payloadError,
  onRetryPayload,
  allowRemote,
  tab: givenTab,
  defaultTab = 'formatted',
  onTabChange,
  tabs = [],
  renderSection,
  foldedSections,
  defaultFoldedSections = NOTHING_FOLDED,
  onFoldedSectionsChange,
  textStyle: givenTextStyle,
  defaultTextStyle = 'markdown',
  onTextStyleChange,
  ...panel
}: ObservationDetailViewProps) {
  const presentation = usePresentation();
  const { messages } = presentation;
  const node = useObservationDetail({ structure, observationId });
  const [tab, setTab] = useControlled(givenTab, defaultTab, onTabChange);
  const [folded, setFolded] = useControlled(foldedSections, defaultFoldedSections, onFoldedSectionsChange);
  const [textStyle, setTextStyle] = useControlled<TextStyle>(
    givenTextStyle,
    defaultTextStyle,
    onTextStyleChange,
  );
  const settings = useMemo(() => ({ textStyle }), [textStyle]);
  const withPolicy = useMemo(
    () => (allowRemote === undefined ? presentation : { ...presentation, allowRemote }),
    [presentation, allowRemote],
  );
  const isRunning = node?.timing.isRunning ?? false;
  const notices = useMemo(
    () => (node ? nodeNotices(node, isRunning, payload) : []),
    [node, isRunning, payload],
  );

  if (!node) {
    return (
      <Panel aria-label={messages.observationDetail} {...panel} name="observation-detail" state="empty">
        <PanelMessage kind="empty" title={messages.unknownObservation}>
          {messages.unknownObservationHint(observationId ?? '')}
        </PanelMessage>
      </Panel>
    );
  }

  const choices = [
    { id: 'formatted', title: messages.detail.formatted },
    { id: 'json', title: messages.detail.json },
    ...tabs,
  ];
  // A tab that a host names but no longer has must not leave the panel blank.
  const shown = choices.some(({ id }) => id === tab) ? tab : 'formatted';
  const fold = (section: DetailSection, isFolded: boolean) =>
    setFolded(isFolded ? [...folded, section] : folded.filter((other) => other !== section));

  return (
    <PresentationContext.Provider value={withPolicy}>
      <PayloadSettingsContext.Provider value={settings}>
        <Panel
          aria-label={node.observation ? messages.observationDetail : messages.traceDetail}
          {...panel}
          name="observation-detail"
          state="ready"
        >
          <ObservationHeader node={node} />
          <DetailNotices notices={notices} />
          <TabSet
            tabs={choices}
            selectedId={shown}
            onSelect={setTab}
            label={messages.detail.views}
            className="oriel-detail-views"
            panelClassName="oriel-detail-panel"
            actions={
              shown === 'formatted' && (
                <button
                  type="button"
                  className="oriel-text-button"
                  aria-pressed={textStyle === 'markdown'}
                  onClick={() => setTextStyle(textStyle === 'markdown' ? 'text' : 'markdown')}
                >
                  {messages.detail.markdown}
                </button>
              )
            }
          >
            {shown === 'formatted' && (
              // A new node begins with everything inside its sections folded as it is by default.
              <DetailBody
                key={observationId}
                node={node}
                payload={payload}
                payloadError={payloadError}
                onRetryPayload={onRetryPayload}
                renderSection={renderSection}
                folded={folded}
                onFold={fold}
              />
            )}
            {shown === 'json' &&
              (payload === undefined ? (
                <PayloadPending error={payloadError} onRetry={onRetryPayload} />
              ) : (
                <DetailJson key={observationId} payload={payload} />
              ))}
            {tabs.find(({ id }) => id === shown)?.render({ node, payload })}
          </TabSet>
        </Panel>
      </PayloadSettingsContext.Provider>
    </PresentationContext.Provider>
  );
}
