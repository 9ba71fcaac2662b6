import type { Metric } from './metric.ts';
import type { GridPlace } from './place-tiles.ts';

/** One chart of a dashboard. */
export interface Widget {
  /** Unique in its dashboard. */
  readonly id: string;
  readonly title: string;
  readonly description?: string | undefined;
  readonly place: GridPlace;
  readonly metric: Metric;
}

/** Charts on a grid of {@link GRID_COLUMNS} columns. Plain JSON: stored as a document of the kind `dashboard`. */
export interface Dashboard {
  /** Of this shape. */
  readonly format: 1;
  readonly title: string;
  readonly description?: string | undefined;
  readonly widgets: readonly Widget[];
}
