'use client';

import { useState } from 'react';
import type { ReactNode } from 'react';
import { freePlace, NEW_METRIC_DRAFT, draftedMetric } from '@oriel/core';
import type { Dashboard, Widget } from '@oriel/core';
import { Icon } from '../icons/icon.tsx';
import { MetricChart } from '../metric-chart/metric-chart.tsx';
import type { MetricChartProps } from '../metric-chart/metric-chart.tsx';
import { Panel } from '../states/panel.tsx';
import type { PanelProps } from '../states/panel.tsx';
import { PanelMessage } from '../states/panel-message.tsx';
import { usePresentation } from './presentation.ts';
import { useTileDrag } from './use-tile-drag.ts';
import { WidgetEditor } from './widget-editor.tsx';

export interface DashboardGridViewProps
  extends
    Omit<PanelProps, 'onChange'>,
    Pick<MetricChartProps, 'filter' | 'traces' | 'onFilter' | 'onTimeRange'> {
  dashboard: Dashboard;
  /** Called with the dashboard after each change. @defaultValue nothing can be changed */
  onChange?: ((dashboard: Dashboard) => void) | undefined;
  /** Tiles can be moved, changed and removed. @defaultValue false */
  isEditing?: boolean | undefined;
  /** Beside the title. */
  actions?: ReactNode;
}

/**
 * Charts on a grid, for a dashboard you hold. While it is edited, tiles are dragged by their handles, or moved by arrow
 * keys on them.
 */
export function DashboardGridView({
  dashboard,
  onChange,
  isEditing = false,
  actions,
  filter,
  traces,
  onFilter,
  onTimeRange,
  ...panel
}: DashboardGridViewProps) {
  const { messages } = usePresentation();
  const own = messages.dashboardGrid;
  const [open, setOpen] = useState<Widget | null>(null);
  const [said, setSaid] = useState('');
  const { widgets } = dashboard;
  const titleOf = ({ id, title }: Widget) => messages.dashboard.widgets[id] ?? title;
  const canEdit = isEditing && onChange !== undefined;
  const change = (next: readonly Widget[]) => onChange?.({ ...dashboard, widgets: next });

  const grid = useTileDrag({
    tiles: widgets,
    onPlace: (placed, id) => {
      change(placed);
      const moved = placed.find((widget) => widget.id === id);
      if (!moved) return;
      const { x, y, w, h } = moved.place;
      setSaid(own.moved(titleOf(moved), x + 1, y + 1, w, h));
    },
  });

  function add() {
    const { metric } = draftedMetric(NEW_METRIC_DRAFT);
    if (metric) setOpen({ id: freeId(widgets, 'chart'), title: '', place: freePlace(widgets), metric });
  }

  const menuOf = (widget: Widget) =>
    canEdit
      ? [
          { label: own.change, onSelect: () => setOpen({ ...widget, title: titleOf(widget) }) },
          {
            label: own.duplicate,
            onSelect: () =>
              change([
                ...widgets,
                {
                  ...widget,
                  id: freeId(widgets, widget.id),
                  title: titleOf(widget),
                  place: { ...freePlace(widgets), w: widget.place.w, h: widget.place.h },
                },
              ]),
          },
          { label: own.remove, onSelect: () => change(widgets.filter(({ id }) => id !== widget.id)) },
        ]
      : undefined;

  const isEmpty = widgets.length === 0;
  return (
    <Panel
      aria-label={dashboard.title}
      {...panel}
      name="dashboard-grid"
      state={isEmpty ? 'empty' : 'ready'}
      data-editing={canEdit ? '' : undefined}
    >
      <header className="oriel-dashboard-grid-header">
        <h2 className="oriel-dashboard-grid-title">{dashboard.title}</h2>
        {canEdit && (
          <button type="button" className="oriel-button" onClick={add}>
            {own.add}
          </button>
        )}
        {actions}
      </header>
      {dashboard.description && <p className="oriel-quiet">{dashboard.description}</p>}
      {isEmpty ? (
        <PanelMessage kind="empty" title={own.empty}>
          {canEdit ? own.emptyHint : undefined}
        </PanelMessage>
      ) : (
        <div className="oriel-dashboard-grid-tiles" data-grid="">
          {grid.tiles.map((widget) => {
            const { x, y, w, h } = widget.place;
            const title = titleOf(widget);
            return (
              <div
                key={widget.id}
                className="oriel-dashboard-grid-tile"
                data-dragged={widget.id === grid.draggedId ? '' : undefined}
                style={{
                  ['--_column' as string]: `${x + 1} / span ${w}`,
                  ['--_row' as string]: `${y + 1} / span ${h}`,
                  ['--_h' as string]: h,
                  // Where tiles stand one below the other, in the order of reading.
                  order: y * 12 + x,
                }}
              >
                <MetricChart
                  metric={widget.metric}
                  title={title || own.untitled}
                  filter={filter}
                  traces={traces}
                  onFilter={onFilter}
                  onTimeRange={onTimeRange}
                  menu={menuOf(widget)}
                  heading={
                    <span className="oriel-dashboard-grid-heading" title={widget.description}>
                      {canEdit && (
                        <button
                          type="button"
                          className="oriel-icon-button oriel-dashboard-grid-handle"
                          aria-label={own.move(title || own.untitled)}
                          title={own.moveHint}
                          {...grid.handleProps(widget, 'move')}
                        >
                          <Icon>
                            <path d="M8 2v12M2 8h12M8 2 6.5 3.5M8 2l1.5 1.5M8 14l-1.5-1.5M8 14l1.5-1.5M2 8l1.5-1.5M2 8l1.5 1.5M14 8l-1.5-1.5M14 8l-1.5 1.5" />
                          </Icon>
                        </button>
                      )}
                      <span className="oriel-chart-title">{title || own.untitled}</span>
                    </span>
                  }
                />
                {canEdit && (
                  <span
                    className="oriel-dashboard-grid-corner"
                    aria-hidden="true"
                    {...grid.handleProps(widget, 'resize')}
                  />
                )}
              </div>
            );
          })}
        </div>
      )}
      <output className="oriel-visually-hidden">{said}</output>
      {open && (
        <WidgetEditor
          key={open.id}
          widget={open}
          filter={filter}
          traces={traces}
          onClose={() => setOpen(null)}
          onApply={(applied) => {
            setOpen(null);
            const isKnown = widgets.some(({ id }) => id === applied.id);
            // A curated chart that was changed is one of somebody's own, with a title of its own.
            const id =
              isKnown && messages.dashboard.widgets[applied.id] !== undefined
                ? freeId(widgets, 'chart')
                : applied.id;
            change(
              isKnown
                ? widgets.map((widget) => (widget.id === applied.id ? { ...applied, id } : widget))
                : [...widgets, applied],
            );
          }}
        />
      )}
    </Panel>
  );
}

function freeId(widgets: readonly Widget[], wanted: string): string {
  const taken = new Set(widgets.map(({ id }) => id));
  for (let number = 1; ; number += 1) if (!taken.has(`${wanted}-${number}`)) return `${wanted}-${number}`;
}
