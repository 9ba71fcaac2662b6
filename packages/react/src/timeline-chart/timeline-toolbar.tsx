'use client';

import { useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { DownloadIcon } from '../icons/control-icons.tsx';
import { usePresentation } from './presentation.ts';
import {
  CriticalPathIcon,
  GapsIcon,
  LanesIcon,
  OwnTimeIcon,
  RowsIcon,
  ShowAllIcon,
  ZoomInIcon,
  ZoomOutIcon,
} from './timeline-icons.tsx';
import type { TimelineDisplay } from './use-timeline.ts';

interface TimelineToolbarProps {
  /** `null` while loading. */
  display: TimelineDisplay | null;
  onDisplayChange?: ((display: TimelineDisplay) => void) | undefined;
  onZoom?: ((factor: number) => void) | undefined;
  onShowAll?: (() => void) | undefined;
  onSave?: ((format: 'svg' | 'png') => void) | undefined;
}

interface Tool {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly icon: ReactNode;
  readonly isOn?: boolean | undefined;
  readonly act: (() => void) | undefined;
}

/** Everything about the view that is a button. One tab stop; arrow keys go from tool to tool. */
export function TimelineToolbar({
  display,
  onDisplayChange,
  onZoom,
  onShowAll,
  onSave,
}: TimelineToolbarProps) {
  const { messages } = usePresentation();
  const texts = messages.timelineChart;
  const [current, setCurrent] = useState(0);
  const change = (part: Partial<TimelineDisplay>) =>
    display && onDisplayChange && (() => onDisplayChange({ ...display, ...part }));
  const groups: Tool[][] = [
    [
      {
        name: 'rows',
        label: texts.rows,
        hint: texts.rowsHint,
        icon: <RowsIcon />,
        isOn: display?.mode === 'rows',
        act: change({ mode: 'rows' }) ?? undefined,
      },
      {
        name: 'lanes',
        label: texts.lanes,
        hint: texts.lanesHint,
        icon: <LanesIcon />,
        isOn: display?.mode === 'lanes',
        act: change({ mode: 'lanes' }) ?? undefined,
      },
    ],
    [
      {
        name: 'critical-path',
        label: texts.criticalPath,
        hint: texts.criticalPathHint,
        icon: <CriticalPathIcon />,
        isOn: display?.criticalPath ?? false,
        act: change({ criticalPath: !display?.criticalPath }) ?? undefined,
      },
      {
        name: 'own-time',
        label: texts.ownTime,
        hint: texts.ownTimeHint,
        icon: <OwnTimeIcon />,
        isOn: display?.ownTime ?? false,
        act: change({ ownTime: !display?.ownTime }) ?? undefined,
      },
      {
        name: 'gaps',
        label: texts.compressGaps,
        hint: texts.compressGapsHint,
        icon: <GapsIcon />,
        isOn: display?.compressGaps ?? false,
        act: change({ compressGaps: !display?.compressGaps }) ?? undefined,
      },
    ],
    [
      { name: 'zoom-in', label: texts.zoomIn, icon: <ZoomInIcon />, act: onZoom && (() => onZoom(1 / 1.5)) },
      { name: 'zoom-out', label: texts.zoomOut, icon: <ZoomOutIcon />, act: onZoom && (() => onZoom(1.5)) },
      { name: 'all', label: texts.showAll, icon: <ShowAllIcon />, act: onShowAll },
    ],
    [
      { name: 'svg', label: texts.saveAsSvg, icon: <DownloadIcon />, act: onSave && (() => onSave('svg')) },
      { name: 'png', label: texts.saveAsPng, icon: <DownloadIcon />, act: onSave && (() => onSave('png')) },
    ],
  ];

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    const buttons = [...event.currentTarget.querySelectorAll('button')];
    const isRightToLeft = getComputedStyle(event.currentTarget).direction === 'rtl';
    const forwards = isRightToLeft ? 'ArrowLeft' : 'ArrowRight';
    const backwards = isRightToLeft ? 'ArrowRight' : 'ArrowLeft';
    const moves: Readonly<Record<string, number>> = {
      [forwards]: (current + 1) % buttons.length,
      [backwards]: (current - 1 + buttons.length) % buttons.length,
      Home: 0,
      End: buttons.length - 1,
    };
    const next = moves[event.key];
    if (next === undefined) return;
    event.preventDefault();
    setCurrent(next);
    buttons[next]?.focus();
  }

  let index = -1;
  return (
    <div
      className="oriel-timeline-chart-toolbar"
      {...{ role: 'toolbar', 'aria-label': texts.toolbar, onKeyDown }}
    >
      {groups.map((tools) => (
        <span key={tools[0]?.name} className="oriel-timeline-chart-tools">
          {tools.map((tool) => {
            index += 1;
            const place = index;
            const hasText = tool.isOn !== undefined;
            const isFile = tool.name === 'svg' || tool.name === 'png';
            return (
              <button
                key={tool.name}
                type="button"
                className="oriel-icon-button oriel-timeline-chart-tool"
                data-tool={tool.name}
                aria-label={tool.label}
                aria-pressed={tool.isOn}
                title={tool.hint ?? tool.label}
                tabIndex={place === current ? 0 : -1}
                aria-disabled={tool.act ? undefined : true}
                onFocus={() => setCurrent(place)}
                onClick={tool.act}
              >
                {tool.icon}
                {hasText && <span className="oriel-timeline-chart-tool-text">{tool.label}</span>}
                {isFile && <span aria-hidden="true">{tool.name.toUpperCase()}</span>}
              </button>
            );
          })}
        </span>
      ))}
    </div>
  );
}
