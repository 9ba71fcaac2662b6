'use client';

import { useEffect, useState } from 'react';
import type { ComponentType } from 'react';
import { usePresentation } from './presentation.ts';
import { Panel } from '../states/panel.tsx';
import { PanelMessage } from '../states/panel-message.tsx';
import { SkeletonLines } from '../states/skeleton-lines.tsx';

export interface LazyViewProps {
  /** Called once the view is on the page. Keep it stable. */
  onShow?: (() => void) | undefined;
}

/**
 * A view whose code is loaded when it is first looked at, once for all its places. Until then, and on a server, it
 * is loading lines; when the code does not arrive it says so and can be asked again, which `React.lazy` cannot.
 */
export function lazyView<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Props & LazyViewProps> {
  let loaded: ComponentType<Props> | null = null;

  return function LazyView({ onShow, ...rest }: Props & LazyViewProps) {
    const props = rest as unknown as Props;
    const { messages } = usePresentation();
    const [attempt, setAttempt] = useState(0);
    const [answer, setAnswer] = useState<Answer<Props>>(() => ({ View: loaded, error: null }));
    const { View, error } = answer;

    useEffect(() => {
      if (View) return undefined;
      let isGone = false;
      async function fetchView() {
        const next = await answerOf(load);
        loaded = next.View;
        if (!isGone) setAnswer(next);
      }
      void fetchView();
      return () => {
        isGone = true;
      };
    }, [View, attempt]);

    const isShown = View !== null;
    useEffect(() => {
      if (isShown) onShow?.();
    }, [isShown, onShow]);

    function retry() {
      setAnswer({ View: null, error: null });
      setAttempt(attempt + 1);
    }

    if (View) return <View {...props} />;
    if (error) {
      return (
        <Panel name="lazy-view" state="error">
          <PanelMessage kind="error" title={messages.traceView.viewFailed} onRetry={retry}>
            {error.message}
          </PanelMessage>
        </Panel>
      );
    }
    return (
      <Panel name="lazy-view" state="loading">
        <SkeletonLines
          count={10}
          className="oriel-detail-skeleton-line"
          label={messages.traceView.loadingView}
        />
      </Panel>
    );
  };
}

interface Answer<Props> {
  readonly View: ComponentType<Props> | null;
  readonly error: Error | null;
}

async function answerOf<Props>(load: () => Promise<ComponentType<Props>>): Promise<Answer<Props>> {
  try {
    return { View: await load(), error: null };
  } catch (reason) {
    return { View: null, error: reason instanceof Error ? reason : new Error(String(reason)) };
  }
}
