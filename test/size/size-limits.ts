/** What an entry of `@oriel/react` may cost a page that loads nothing else of Oriel. */
export interface SizeLimit {
  /** Subpath, as in `@oriel/react/trace-tree`. */
  readonly entry: string;
  /** Most kilobytes (1,000 bytes) of gzip before anything is clicked: its own code and all of its dependencies but the peers. */
  readonly kilobytes: number;
}

/** Libraries that come with a view when it is first looked at, never with an entry. */
export const LAZY_LIBRARIES = ['@xyflow/react', '@dagrejs/dagre'];

/** The bars of the architecture, section 8: the tree at most 25 kB, every other panel at most 45 kB. */
export const SIZE_LIMITS: readonly SizeLimit[] = [
  { entry: 'hooks', kilobytes: 10 },
  { entry: 'filters', kilobytes: 10 },
  { entry: 'data-grid', kilobytes: 45 },
  { entry: 'filter-bar', kilobytes: 45 },
  { entry: 'facet-list', kilobytes: 45 },
  { entry: 'saved-views', kilobytes: 45 },
  { entry: 'trace-table', kilobytes: 45 },
  { entry: 'observation-table', kilobytes: 45 },
  { entry: 'trace-tree', kilobytes: 25 },
  { entry: 'trace-list', kilobytes: 45 },
  { entry: 'trace-focus', kilobytes: 5 },
  { entry: 'chart', kilobytes: 45 },
  { entry: 'metric-chart', kilobytes: 45 },
  { entry: 'home-cards', kilobytes: 45 },
  { entry: 'dashboard-grid', kilobytes: 45 },
  { entry: 'trace-view', kilobytes: 45 },
  { entry: 'timeline-chart', kilobytes: 45 },
  { entry: 'agent-graph', kilobytes: 45 },
  { entry: 'log-view', kilobytes: 45 },
  { entry: 'insight-list', kilobytes: 45 },
  { entry: 'cost-panel', kilobytes: 45 },
  { entry: 'model-price-table', kilobytes: 45 },
  { entry: 'release-compare', kilobytes: 45 },
  { entry: 'observation-detail', kilobytes: 45 },
  { entry: 'session-thread', kilobytes: 45 },
  { entry: 'score-table', kilobytes: 45 },
  { entry: 'score-analytics', kilobytes: 45 },
  { entry: 'comments', kilobytes: 45 },
  { entry: 'feedback', kilobytes: 15 },
  { entry: 'score-form', kilobytes: 20 },
  { entry: 'session-table', kilobytes: 45 },
  { entry: 'user-table', kilobytes: 45 },
  { entry: 'user-detail', kilobytes: 45 },
];
