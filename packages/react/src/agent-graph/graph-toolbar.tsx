'use client';

import type { ReactNode } from 'react';
import type { AgentGraphMode } from '@oriel/core';
import { DownloadIcon } from '../icons/control-icons.tsx';
import { Icon } from '../icons/icon.tsx';
import { usePresentation } from './presentation.ts';
import type { CanvasControls } from './flow-canvas.tsx';

interface GraphToolbarProps {
  mode: AgentGraphMode;
  onModeChange: (mode: AgentGraphMode) => void;
  /** Count of nodes; `null` while there are none to count. */
  count: number | null;
  controls: CanvasControls | null;
  onSave: ((format: 'svg' | 'png') => void) | undefined;
  /** Saving did not work. */
  hasSaveFailed: boolean;
}

const MODES: readonly AgentGraphMode[] = ['aggregated', 'as-it-ran'];

/** Head of the graph: which nodes there are, how near, and saving. */
export function GraphToolbar({
  mode,
  onModeChange,
  count,
  controls,
  onSave,
  hasSaveFailed,
}: GraphToolbarProps) {
  const { messages, format } = usePresentation();
  const texts = messages.agentGraph;
  return (
    <div className="oriel-agent-graph-toolbar">
      <fieldset aria-label={texts.mode} className="oriel-agent-graph-modes">
        {MODES.map((one) => (
          <button
            key={one}
            type="button"
            className="oriel-agent-graph-mode"
            aria-pressed={one === mode}
            onClick={() => onModeChange(one)}
          >
            {texts.modes[one]}
          </button>
        ))}
      </fieldset>
      <span className="oriel-agent-graph-count">
        {hasSaveFailed ? texts.saveFailed : count !== null && texts.nodes(count, format.count(count))}
      </span>
      <ToolButton label={texts.zoomOut} onClick={controls && (() => controls.zoomBy(1 / ZOOM_STEP))}>
        <path d="M3.5 8h9" />
      </ToolButton>
      <ToolButton label={texts.zoomIn} onClick={controls && (() => controls.zoomBy(ZOOM_STEP))}>
        <path d="M3.5 8h9M8 3.5v9" />
      </ToolButton>
      <ToolButton label={texts.fit} onClick={controls && (() => controls.fit())}>
        <path d="M3 6V3h3M10 3h3v3M13 10v3h-3M6 13H3v-3" />
      </ToolButton>
      <SaveButton label={texts.saveSvg} text="SVG" onClick={onSave && (() => onSave('svg'))} />
      <SaveButton label={texts.savePng} text="PNG" onClick={onSave && (() => onSave('png'))} />
    </div>
  );
}

/** Of one press of a button or key. */
export const ZOOM_STEP = 1.25;

interface ToolButtonProps {
  label: string;
  onClick: (() => void) | null;
  children: ReactNode;
}

function ToolButton({ label, onClick, children }: ToolButtonProps) {
  return (
    <button
      type="button"
      className="oriel-icon-button"
      aria-label={label}
      title={label}
      disabled={!onClick}
      onClick={onClick ?? undefined}
    >
      <Icon>{children}</Icon>
    </button>
  );
}

interface SaveButtonProps {
  label: string;
  text: string;
  onClick: (() => void) | undefined;
}

function SaveButton({ label, text, onClick }: SaveButtonProps) {
  return (
    <button
      type="button"
      className="oriel-text-button oriel-agent-graph-save"
      aria-label={label}
      title={label}
      disabled={!onClick}
      onClick={onClick}
    >
      <DownloadIcon />
      {text}
    </button>
  );
}
