'use client';

import { useEffect, useId, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import type { AgentGraphRefusal } from '@oriel/core';
import { PrintPicture } from '../print/print-picture.tsx';
import { usePresentation } from './presentation.ts';
import { Panel } from '../states/panel.tsx';
import type { PanelProps } from '../states/panel.tsx';
import { PanelMessage } from '../states/panel-message.tsx';
import type { CanvasControls } from './flow-canvas.tsx';
import { GraphLegend } from './graph-legend.tsx';
import { GraphList } from './graph-list.tsx';
import { GraphToolbar, ZOOM_STEP } from './graph-toolbar.tsx';
import { graphPicture, saveGraph } from './save-graph.ts';
import { StepSlider } from './step-slider.tsx';
import { useAgentGraph } from './use-agent-graph.ts';
import type { UseAgentGraphOptions } from './use-agent-graph.ts';
import { useFlowCanvas } from './use-flow-canvas.ts';

export interface AgentGraphViewProps extends PanelProps, Omit<UseAgentGraphOptions, 'isRightToLeft'> {}

/** `AgentGraph` for observations you already hold: no store, no loading state. */
export function AgentGraphView({
  observations,
  mode,
  defaultMode,
  onModeChange,
  declaredGraph,
  selectedId,
  defaultSelectedId,
  onSelect,
  playhead,
  ...panel
}: AgentGraphViewProps) {
  const presentation = usePresentation();
  const { messages, format } = presentation;
  const texts = messages.agentGraph;
  const keysId = useId();
  const body = useRef<HTMLDivElement>(null);
  const [isRightToLeft, setRightToLeft] = useState(false);
  const [controls, setControls] = useState<CanvasControls | null>(null);
  const [hasSaveFailed, setSaveFailed] = useState(false);
  const agentGraph = useAgentGraph({
    observations,
    mode,
    defaultMode,
    onModeChange,
    declaredGraph,
    selectedId,
    defaultSelectedId,
    onSelect,
    playhead,
    isRightToLeft,
  });
  const { graph, isReading, placed, clock, activeId, selectedNode, selectedCall } = agentGraph;
  const isDrawn = graph !== null && graph.refusal === null;
  const canvas = useFlowCanvas(isDrawn || isReading);

  useEffect(() => {
    if (body.current) setRightToLeft(getComputedStyle(body.current).direction === 'rtl');
  }, []);

  function onKeyDown(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === '+' || event.key === '=') controls?.zoomBy(ZOOM_STEP);
    else if (event.key === '-') controls?.zoomBy(1 / ZOOM_STEP);
    else if (event.key === '0') controls?.fit();
    else {
      agentGraph.canvasProps.onKeyDown(event);
      return;
    }
    event.preventDefault();
  }

  const onSave = placed
    ? (file: 'svg' | 'png') => {
        const element = body.current;
        if (!element) return;
        saveGraph(placed, file, element, presentation).then(
          () => setSaveFailed(false),
          () => setSaveFailed(true),
        );
      }
    : undefined;

  return (
    <Panel
      aria-label={texts.title}
      {...panel}
      name="agent-graph"
      state={graph ? 'ready' : isReading ? 'loading' : 'empty'}
    >
      {(graph || isReading) && (
        <GraphToolbar
          mode={agentGraph.mode}
          onModeChange={agentGraph.setMode}
          count={isDrawn ? graph.nodes.length : null}
          controls={controls}
          onSave={onSave}
          hasSaveFailed={hasSaveFailed}
        />
      )}
      <div ref={body} className="oriel-agent-graph-body">
        {isReading && <output className="oriel-agent-graph-placing">{texts.placing}</output>}
        {graph === null && !isReading && (
          <PanelMessage kind="empty" title={texts.empty}>
            {texts.emptyHint}
          </PanelMessage>
        )}
        {graph?.refusal && (
          <Refusal
            refusal={graph.refusal}
            onShowAggregated={
              graph.mode === 'aggregated' ? undefined : () => agentGraph.setMode('aggregated')
            }
          />
        )}
        {isDrawn && canvas.status === 'failed' && (
          <PanelMessage kind="error" title={texts.failed} onRetry={canvas.retry}>
            {texts.failedHint}
          </PanelMessage>
        )}
        {isDrawn && canvas.status !== 'failed' && (
          <>
            {canvas.status === 'ready' && placed && clock ? (
              <canvas.Canvas
                canvasProps={{
                  ...agentGraph.canvasProps,
                  onKeyDown,
                  'aria-label': texts.title,
                  'aria-describedby': keysId,
                }}
                placed={placed}
                selectedNodeId={selectedNode?.id ?? null}
                selectedCall={selectedCall}
                activeId={activeId}
                onPick={agentGraph.pick}
                clock={clock}
                playhead={agentGraph.playhead}
                onControls={setControls}
              />
            ) : (
              <output className="oriel-agent-graph-placing">{texts.placing}</output>
            )}
            <span id={keysId} hidden>
              {texts.keys}
            </span>
            <GraphList graph={graph} activeId={activeId} />
            <PrintPicture
              draw={(place) => placed && { svgs: [graphPicture(placed, place, presentation)], note: null }}
            />
          </>
        )}
      </div>
      {isDrawn && (
        <div className="oriel-agent-graph-foot">
          <StepSlider graph={graph} playhead={agentGraph.playhead} />
          <GraphLegend graph={graph} />
          {graph.maxBoxDepth !== null && (
            <span className="oriel-quiet">
              {texts.fewerBoxes(graph.maxBoxDepth, format.count(graph.maxBoxDepth))}
            </span>
          )}
          {placed?.isSimplified && <span className="oriel-quiet">{texts.simplified}</span>}
        </div>
      )}
    </Panel>
  );
}

interface RefusalProps {
  refusal: AgentGraphRefusal;
  onShowAggregated: (() => void) | undefined;
}

/** Why there is no picture, and what there is instead. */
function Refusal({ refusal, onShowAggregated }: RefusalProps) {
  const { messages, format } = usePresentation();
  const texts = messages.agentGraph;
  const count = format.count(refusal.count);
  const limit = format.count(refusal.limit);
  const calls = onShowAggregated ? texts.tooManyCalls : texts.tooManyNames;
  return (
    <output className="oriel-panel-message" data-kind="empty">
      <span className="oriel-panel-message-title">{texts.tooMany}</span>
      <span className="oriel-panel-message-hint">
        {refusal.reason === 'too-many-nodes' ? calls(count, limit) : texts.tooManyEdges(limit)}
      </span>
      {onShowAggregated && (
        <button type="button" className="oriel-button" onClick={onShowAggregated}>
          {texts.showAggregated}
        </button>
      )}
    </output>
  );
}
