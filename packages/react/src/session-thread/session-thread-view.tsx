'use client';

import { useEffect, useMemo, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { TURNS_BACK, sessionTurns } from '@oriel/core';
import type { ObservationId, Score, SessionId, SessionTurn, Trace, TraceId, TurnContent } from '@oriel/core';
import { usePresentation } from './presentation.ts';
import { useControlled } from '../state/use-controlled.ts';
import { Panel } from '../states/panel.tsx';
import type { PanelProps } from '../states/panel.tsx';
import { PanelMessage } from '../states/panel-message.tsx';
import { ThreadHeader } from './thread-header.tsx';
import { ThreadRail } from './thread-rail.tsx';
import { ThreadToolbar } from './thread-toolbar.tsx';
import { ThreadTurn } from './thread-turn.tsx';
import { TurnBreaks } from './turn-breaks.tsx';
import type { TurnLoader } from './turn-loader.ts';
import { useHasRoom } from './use-has-room.ts';
import { useSessionThread } from './use-session-thread.ts';
import type { UseSessionThreadOptions } from './use-session-thread.ts';
import { useTextHighlight } from './use-text-highlight.ts';
import { useThreadWindow } from './use-thread-window.ts';
import { useTurnsLoaded } from './use-turns-loaded.ts';

export interface SessionThreadViewProps extends PanelProps, Omit<UseSessionThreadOptions, 'turns'> {
  /** The traces of one session, in any order. Keep the array. */
  traces: readonly Trace[];
  /** Judgements of these traces and of the session. @defaultValue none */
  scores?: readonly Score[] | undefined;
  /** Shown above the conversation. @defaultValue not shown */
  sessionId?: SessionId | undefined;
  /**
   * Called to open a trace (`observationId` is `null`) or one of its steps. @defaultValue turns link to the provider's
   * `navigation.traceHref`
   */
  onOpenTrace?: ((traceId: TraceId, observationId: ObservationId | null) => void) | undefined;
  /** New turns are scrolled to as they come. Scrolling up by hand ends it. @defaultValue kept by the panel */
  follow?: boolean | undefined;
  /** @defaultValue false */
  defaultFollow?: boolean | undefined;
  onFollowChange?: ((follow: boolean) => void) | undefined;
  /** Whether the list of turns is shown. @defaultValue kept by the panel */
  turnsShown?: boolean | undefined;
  /** @defaultValue where there is room for it */
  defaultTurnsShown?: boolean | undefined;
  onTurnsShownChange?: ((turnsShown: boolean) => void) | undefined;
  /** Offers more turns. @defaultValue there are no more */
  onLoadMore?: (() => void) | undefined;
  /** Replaces what stands above the conversation. */
  renderHeader?: ((turns: readonly SessionTurn[]) => ReactNode) | undefined;
  /** Adds badges to the head of a turn. */
  renderBadges?: ((turn: SessionTurn) => ReactNode) | undefined;
  /** Adds to the end of a turn, such as a form for feedback. */
  renderFooter?: ((turn: SessionTurn) => ReactNode) | undefined;
}

const NO_SCORES: readonly Score[] = [];
/** Keys by which a browser scrolls. */
const SCROLLS: ReadonlySet<string> = new Set(['ArrowUp', 'ArrowDown', ' ', 'Enter', 'Tab']);
/** Width from which the list of turns stands beside the conversation, in CSS pixels. */
const ROOM = 820;
const NOWHERE: readonly number[] = [];

/** `SessionThread` for traces you already hold: no store, no loading state. */
export function SessionThreadView({
  traces,
  scores = NO_SCORES,
  sessionId,
  source,
  selectedId,
  defaultSelectedId,
  onSelect,
  search,
  defaultSearch,
  onSearchChange,
  focusOnLoad,
  onOpenTrace,
  follow,
  defaultFollow = false,
  onFollowChange,
  turnsShown,
  defaultTurnsShown,
  onTurnsShownChange,
  onLoadMore,
  renderHeader,
  renderBadges,
  renderFooter,
  ...panel
}: SessionThreadViewProps) {
  const { messages, format } = usePresentation();
  const own = messages.sessionThread;
  const turns = useMemo(() => sessionTurns(traces, scores), [traces, scores]);
  const thread = useSessionThread({
    turns,
    source,
    selectedId,
    defaultSelectedId,
    onSelect,
    search,
    defaultSearch,
    onSearchChange,
    focusOnLoad,
  });
  const { selectedIndex, result } = thread;
  const [isFollowing, setFollowing] = useControlled(follow, defaultFollow, onFollowChange);
  const bodyRef = useRef<HTMLDivElement>(null);
  const hasRoom = useHasRoom(bodyRef, ROOM);
  const [railChoice, setRailShown] = useControlled<boolean | undefined>(
    turnsShown,
    defaultTurnsShown,
    (shown) => onTurnsShownChange?.(shown === true),
  );
  // As long as nobody decides, the width of the panel does.
  const isRailShown = railChoice ?? hasRoom;
  const [inRail, setInRail] = useState(NOWHERE);

  const { scrollRef, virtualizer, first, last } = useThreadWindow(turns, selectedIndex);
  const wanted = useMemo(() => wantedTurns(turns, first, last, inRail), [turns, first, last, inRail]);
  const loader = useTurnsLoaded(source, wanted);
  useTextHighlight(scrollRef, thread.search);

  const totalSize = virtualizer.getTotalSize();
  /** Where the conversation is held while what is said in it arrives: at its end, or at a turn somebody went to. */
  const [isHeld, setIsHeld] = useState(false);
  const release = () => {
    if (isHeld) setIsHeld(false);
    if (isFollowing) setFollowing(false);
  };
  useEffect(() => {
    if (isFollowing && totalSize > 0) virtualizer.scrollToOffset(totalSize, { align: 'end' });
    else if (isHeld && selectedIndex !== -1) virtualizer.scrollToIndex(selectedIndex, { align: 'start' });
  }, [isFollowing, isHeld, selectedIndex, totalSize, virtualizer]);

  const [shownId, setShownId] = useState<TraceId | null>(null);
  if (selectedIndex !== -1 && shownId !== thread.selectedId) {
    setShownId(thread.selectedId);
    setIsHeld(true);
  }

  const focusIndex = thread.wantedFocus === null ? -1 : selectedIndex;
  useEffect(() => {
    const article = scrollRef.current?.querySelector<HTMLElement>(`[data-turn="${focusIndex}"]`);
    if (focusIndex === -1 || !article) return;
    article.focus({ preventScroll: true });
    thread.onFocused();
  });

  const shown = useMemo(() => result.matches ?? turns.map(({ index }) => index), [result.matches, turns]);
  const sessionScores = useMemo(
    () => scores.filter((score) => score.sessionId !== null && score.traceId === null),
    [scores],
  );
  if (turns.length === 0) {
    return (
      <Panel aria-label={own.thread} {...panel} name="session-thread" state="empty">
        <PanelMessage kind="empty" title={own.unknown}>
          {own.unknownHint(sessionId ?? '')}
        </PanelMessage>
      </Panel>
    );
  }

  return (
    <Panel aria-label={own.thread} {...panel} name="session-thread" state="ready">
      {renderHeader ? (
        renderHeader(turns)
      ) : (
        <ThreadHeader sessionId={sessionId} turns={turns} scores={sessionScores} />
      )}
      <ThreadToolbar
        search={thread.search}
        onSearchChange={thread.setSearch}
        result={result}
        matchPlace={result.matches?.indexOf(selectedIndex) ?? -1}
        onGoToMatch={thread.goToMatch}
        onRetrySearch={thread.retrySearch}
        isFollowing={isFollowing}
        onFollowChange={setFollowing}
        isRailShown={isRailShown}
        onRailToggle={() => setRailShown(!isRailShown)}
      />
      <div ref={bodyRef} className="oriel-session-thread-body">
        {isRailShown && (
          <div className="oriel-session-thread-side" data-above={hasRoom ? undefined : ''}>
            <ThreadRail
              turns={turns}
              shown={shown}
              selectedIndex={selectedIndex}
              onSelect={(index) => {
                if (isFollowing) setFollowing(false);
                setIsHeld(true);
                thread.select(index);
              }}
              onDone={hasRoom ? undefined : () => setRailShown(false)}
              loader={loader}
              onSight={setInRail}
            />
          </div>
        )}
        <div
          ref={scrollRef}
          role="presentation"
          className="oriel-session-thread-scroller"
          onWheel={release}
          onTouchMove={release}
          onKeyDown={(event) => SCROLLS.has(event.key) && release()}
          // Where the focus went is in sight, not where the conversation was held.
          onFocus={({ target }) => target.closest(`[data-turn="${selectedIndex}"]`) === null && release()}
          // The scrollbar belongs to the element itself; whoever opens something inside wants to see it.
          onPointerDown={release}
        >
          <div
            {...thread.feedProps}
            className="oriel-session-thread-extent"
            aria-label={own.thread}
            style={{ blockSize: totalSize }}
          >
            {virtualizer.getVirtualItems().map(({ index, start, key }) => {
              const turn = turns[index];
              if (!turn) return null;
              return (
                <div
                  key={key}
                  ref={virtualizer.measureElement}
                  data-index={index}
                  className="oriel-session-thread-slot"
                  style={{ insetBlockStart: start }}
                >
                  <TurnBreaks turn={turn} before={turns[index - 1]} />
                  <article
                    {...thread.turnProps(turn, first)}
                    className="oriel-session-thread-turn"
                    data-level={turn.trace.level}
                    data-selected={index === selectedIndex ? '' : undefined}
                    data-match={result.matches?.includes(index) ? '' : undefined}
                  >
                    <ThreadTurn
                      turn={turn}
                      count={turns.length}
                      headingId={thread.headingId(index)}
                      loaded={loader.get(turn.trace.id)}
                      before={contentsBefore(turns, index, loader)}
                      readSteps={source.readSteps}
                      onOpenTrace={onOpenTrace}
                      onRetry={loader.retry}
                      renderFooter={renderFooter}
                      renderBadges={renderBadges}
                    />
                  </article>
                </div>
              );
            })}
          </div>
          {onLoadMore && (
            <button type="button" className="oriel-button oriel-session-thread-more" onClick={onLoadMore}>
              {own.moreTurns(format.count(turns.length))}
            </button>
          )}
        </div>
      </div>
    </Panel>
  );
}

/** What is in sight and what comes next, with what they may repeat; then what the list of turns shows a line of. */
function wantedTurns(
  turns: readonly SessionTurn[],
  first: number,
  last: number,
  inRail: readonly number[],
): TraceId[] {
  const indexes = new Set<number>();
  for (let index = first; index <= last; index += 1) indexes.add(index);
  for (let index = first - TURNS_BACK; index < first; index += 1) indexes.add(index);
  for (let index = last + 1; index <= last + TURNS_BACK; index += 1) indexes.add(index);
  for (const index of inRail) indexes.add(index);
  return [...indexes].flatMap((index) => turns[index]?.trace.id ?? []);
}

/** What was said in the turns that one may repeat; `null` while some of it is on its way. */
function contentsBefore(
  turns: readonly SessionTurn[],
  index: number,
  loader: TurnLoader,
): readonly TurnContent[] | null {
  const contents: TurnContent[] = [];
  for (const turn of turns.slice(Math.max(0, index - TURNS_BACK), index)) {
    const loaded = loader.get(turn.trace.id);
    if (!loaded) return null;
    if (loaded.state === 'ready') contents.push(loaded.content);
  }
  return contents;
}
