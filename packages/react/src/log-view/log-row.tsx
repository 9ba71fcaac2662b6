'use client';

import { memo, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { observationTiming, payloadTexts, previewPayload, snippetOf } from '@oriel/core';
import type { EpochMs, Observation, ObservationId, ObservationPayload } from '@oriel/core';
import { ChevronIcon } from '../icons/control-icons.tsx';
import { LevelMark } from '../icons/level-mark.tsx';
import { PausedMark } from '../icons/paused-mark.tsx';
import { RunningMark } from '../icons/running-mark.tsx';
import { TypeIcon } from '../icons/type-icon.tsx';
import { usePresentation } from './presentation.ts';
import { CELL, logRowProps } from './log-row-props.ts';
import type { LoadedPayload } from './payload-loader.ts';
import { PayloadText } from './payload-text.tsx';

interface LogRowProps {
  observation: Observation;
  index: number;
  /** Distance from the top of the list in pixels. */
  top: number;
  domId: string;
  /** When the trace began. */
  origin: EpochMs;
  isSelected: boolean;
  isExpanded: boolean;
  canExpand: boolean;
  loaded: LoadedPayload | undefined;
  /** What is searched for; empty for nothing. */
  needle: string;
  onRetry: () => void;
  /** Is told of a row that is open, or was: then its height may change. */
  measure: (element: HTMLElement | null) => void;
  renderBadges: ((observation: Observation) => ReactNode) | undefined;
}

/** One row. All its props are plain values or stable, so a row renders again only when something about it changed. */
export const LogRow = memo(function LogRow({
  observation,
  index,
  top,
  domId,
  origin,
  isSelected,
  isExpanded,
  canExpand,
  loaded,
  needle,
  onRetry,
  measure,
  renderBadges,
}: LogRowProps) {
  const { messages, format } = usePresentation();
  const { type, level, model, startTime } = observation;
  const timing = observationTiming(observation);
  const name = observation.name?.trim() ? observation.name : null;
  // Watching the size of every row would cost more than drawing it.
  const [openedId, setOpenedId] = useState<ObservationId | null>(null);
  if (isExpanded && openedId !== observation.id) setOpenedId(observation.id);

  return (
    <div
      {...logRowProps(index, { domId, isSelected, isExpanded: canExpand ? isExpanded : undefined })}
      ref={openedId === observation.id ? measure : undefined}
      className="oriel-log-view-row"
      style={{ transform: `translateY(${top}px)` }}
      data-id={observation.id}
      data-type={type}
      data-level={level}
      data-selected={isSelected ? '' : undefined}
      data-running={timing.isRunning ? '' : undefined}
    >
      <div
        className="oriel-rows-line oriel-log-view-line"
        data-selected={isSelected ? '' : undefined}
        data-active={isSelected ? '' : undefined}
      >
        <span className="oriel-rows-toggle" data-toggle={canExpand ? '' : undefined} aria-hidden="true">
          {canExpand && <ChevronIcon />}
        </span>
        <span className="oriel-log-view-time" {...CELL} title={format.exactTime(startTime)}>
          <bdi>+{format.duration(Math.max(0, startTime - origin))}</bdi>
        </span>
        <span className="oriel-log-view-name" {...CELL} title={name ?? undefined}>
          <TypeIcon type={type} />
          <span className="oriel-visually-hidden">{messages.types[type]}</span>
          <span className="oriel-rows-name" dir="auto" data-unnamed={name === null ? '' : undefined}>
            {name === null ? messages.unnamed : <Marked text={name} needle={needle} />}
          </span>
          <LevelMark level={level} />
          {observation.isInterrupted && <PausedMark />}
          {renderBadges?.(observation)}
        </span>
        <span className="oriel-log-view-preview" dir="auto" {...CELL} data-level={level}>
          <Preview observation={observation} loaded={loaded} needle={needle} />
        </span>
        <span className="oriel-log-view-model" {...CELL}>
          {model !== null && <Marked text={model} needle={needle} />}
        </span>
        <span className="oriel-log-view-duration" {...CELL}>
          {timing.isRunning ? (
            <RunningMark />
          ) : (
            timing.duration !== null && <bdi>{format.duration(timing.duration)}</bdi>
          )}
        </span>
      </div>
      {isExpanded && canExpand && (
        <div key={observation.id} className="oriel-log-view-payload" {...CELL} data-payload="">
          <Payload observation={observation} loaded={loaded} onRetry={onRetry} />
        </div>
      )}
    </div>
  );
});

function Preview({ observation, loaded, needle }: Pick<LogRowProps, 'observation' | 'loaded' | 'needle'>) {
  const payload = loaded?.state === 'ready' ? loaded.payload : null;
  const text = useMemo(() => previewOf(observation, payload, needle), [observation, payload, needle]);
  return text === '' ? null : <Marked text={text} needle={needle} />;
}

function previewOf(observation: Observation, payload: ObservationPayload | null, needle: string): string {
  const { statusMessage } = observation;
  if (needle !== '' && payload) {
    const found = [payload.output, payload.input, payload.metadata].map((part) =>
      snippetOf(payloadTexts(part), needle),
    );
    const snippet = found.find((text) => text !== null);
    if (snippet !== undefined && snippet !== null) return snippet;
  }
  if (statusMessage !== null && statusMessage !== '') return statusMessage;
  if (!payload) return '';
  const sides = [payload.input, payload.output].map((side) =>
    side === null ? '' : previewPayload(side, 120),
  );
  return sides.filter((side) => side !== '').join(' → ');
}

/** Text with what was searched for marked in it. */
function Marked({ text, needle }: { text: string; needle: string }) {
  const place = needle === '' ? -1 : text.toLowerCase().indexOf(needle.toLowerCase());
  if (place === -1) return text;
  return (
    <>
      {text.slice(0, place)}
      <mark className="oriel-log-view-match">{text.slice(place, place + needle.length)}</mark>
      {text.slice(place + needle.length)}
    </>
  );
}

function Payload({ observation, loaded, onRetry }: Pick<LogRowProps, 'observation' | 'loaded' | 'onRetry'>) {
  const { messages } = usePresentation();
  if (!loaded) return <p className="oriel-quiet">{messages.loadingPayload}</p>;
  if (loaded.state === 'failed') {
    return (
      <p className="oriel-log-view-failure" role="alert">
        {messages.payloadFailed}: {loaded.message}
        <button type="button" className="oriel-text-button" onClick={onRetry}>
          {messages.retry}
        </button>
      </p>
    );
  }
  if (loaded.state === 'missing') return <p className="oriel-quiet">{messages.logView.payloadMissing}</p>;
  const { input, output, metadata } = loaded.payload;
  const isEmpty = input === null && output === null && Object.keys(metadata).length === 0;
  return (
    <>
      {observation.statusMessage !== null && (
        <PayloadText title={messages.statusMessage} value={observation.statusMessage} />
      )}
      {input !== null && <PayloadText title={messages.input} value={input} />}
      {output !== null && <PayloadText title={messages.output} value={output} />}
      {Object.keys(metadata).length > 0 && <PayloadText title={messages.metadata} value={metadata} />}
      {isEmpty && <p className="oriel-quiet">{messages.notCaptured}</p>}
    </>
  );
}
