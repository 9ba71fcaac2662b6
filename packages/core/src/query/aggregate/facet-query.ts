import type { RecordQuery } from '../page.ts';
import type { View } from '../view-record.ts';

/** What there is to filter by: the values that fields have, with counts. Plain JSON. */
export interface FacetQuery extends RecordQuery {
  readonly view: View;
  /** Fields of the view, of any type but `payload`, 1 to {@link MAX_FACETS}, each once. */
  readonly fields: readonly string[];
  /** Most values of each field, 1 to {@link MAX_FACET_VALUES}. Default {@link DEFAULT_FACET_VALUES}. */
  readonly limit?: number | undefined;
}

/** The values that one field has among the records that count. */
export interface Facet {
  readonly field: string;
  /**
   * The most frequent values, ties by value upwards; of lists, their members. Empty for fields of type `number`,
   * `duration` and `time`: these have ranges.
   */
  readonly values: readonly FacetValue[];
  /** Different values, those beyond `limit` among them; 0 for fields that have ranges. */
  readonly valueCount: number;
  /** Records without a value. */
  readonly missingCount: number;
  /** Least number, in the field's unit; `null` where there is none. */
  readonly min: number | null;
  readonly max: number | null;
}

export interface FacetValue {
  readonly value: string | number | boolean;
  /** Records that have it. */
  readonly count: number;
}

export const MAX_FACETS = 50;
export const MAX_FACET_VALUES = 1000;
export const DEFAULT_FACET_VALUES = 100;
