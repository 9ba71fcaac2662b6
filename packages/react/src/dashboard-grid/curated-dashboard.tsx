'use client';

import { CURATED_DASHBOARDS } from '@oriel/core';
import type { Dashboard } from '@oriel/core';
import { DashboardGridView } from './dashboard-grid-view.tsx';
import type { DashboardGridViewProps } from './dashboard-grid-view.tsx';
import { usePresentation } from './presentation.ts';

export interface CuratedDashboardProps extends Omit<
  DashboardGridViewProps,
  'dashboard' | 'onChange' | 'isEditing' | 'actions'
> {
  dashboard: keyof typeof CURATED_DASHBOARDS;
  /** Called with a copy that may be changed, to be stored under a name of yours. @defaultValue none is offered */
  onClone?: ((dashboard: Dashboard) => void) | undefined;
}

/** The Latency, Usage or Cost dashboard: to look at, and to clone. */
export function CuratedDashboard({ dashboard: id, onClone, ...view }: CuratedDashboardProps) {
  const { messages } = usePresentation();
  const own = messages.dashboardGrid;
  const given = CURATED_DASHBOARDS[id];
  const title = messages.dashboard.curated[id];
  return (
    <DashboardGridView
      {...view}
      dashboard={{ ...given, title }}
      actions={
        onClone && (
          <button
            type="button"
            className="oriel-button"
            onClick={() => onClone({ ...given, title: own.copyOf(title) })}
          >
            {own.clone}
          </button>
        )
      }
    />
  );
}
