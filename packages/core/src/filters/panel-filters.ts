import type { View } from '../query/view-record.ts';
import type { TimeRange } from './time-range.ts';

/** What the panels of a page show together. Plain JSON. */
export interface PanelFilters {
  readonly time: TimeRange;
  /** The environments that count. `null`: all but those of Langfuse's own jobs, which begin with `langfuse-`. */
  readonly environments: readonly string[] | null;
  /**
   * Filter texts ({@link parseFilterText}) by view. The text of traces narrows every view to what belongs to such
   * traces; any other narrows its own view alone.
   */
  readonly texts: Readonly<Partial<Record<View, string>>>;
}

/** The last day, every environment, no conditions. */
export const DEFAULT_PANEL_FILTERS: PanelFilters = { time: { preset: '1d' }, environments: null, texts: {} };
