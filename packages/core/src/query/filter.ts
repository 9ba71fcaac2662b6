/**
 * A condition on records, as plain JSON: it crosses workers and wires unchanged.
 *
 * Fields are named per view in `query/fields`; `metadata.<path>` reaches into metadata, `scores.<name>` to the values
 * of the scores with that name, `usage.<key>` and `cost.<key>` to what was reported. A condition on a missing value is
 * false, `is-null` and the negated operators excepted.
 */
export type Filter = Comparison | AllOf | AnyOf | Not | Search;

/** True when every part is; an empty list is true. */
export interface AllOf {
  readonly and: readonly Filter[];
}

/** True when some part is; an empty list is false. */
export interface AnyOf {
  readonly or: readonly Filter[];
}

export interface Not {
  readonly not: Filter;
}

/**
 * True when the text occurs in one of the record's own texts: contiguous, whatever the case (`toLowerCase` of both). An
 * empty text is everywhere.
 */
export interface Search {
  readonly search: string;
  /** Where to look. Default {@link DEFAULT_SEARCH_PARTS}. */
  readonly in?: readonly SearchPart[] | undefined;
}

/**
 * - `names`: its name.
 * - `ids`: its id, and those of the trace, observation, session, dataset run and users it belongs to.
 * - `payloads`: every text of input and output ({@link payloadTexts}), the status message of an observation, the
 *   comment and the text value of a score.
 * - `metadata`: every text of its metadata, keys among them.
 */
export type SearchPart = 'names' | 'ids' | 'payloads' | 'metadata';

export const SEARCH_PARTS: readonly SearchPart[] = ['names', 'ids', 'payloads', 'metadata'];

/** Without metadata, which names libraries and machines more than what happened. */
export const DEFAULT_SEARCH_PARTS: readonly SearchPart[] = ['names', 'ids', 'payloads'];

export type Comparison =
  | { readonly field: string; readonly op: 'is-null' | 'is-not-null' }
  | { readonly field: string; readonly op: '=' | '!='; readonly value: string | number | boolean }
  | { readonly field: string; readonly op: '<' | '<=' | '>' | '>='; readonly value: number | string }
  /** Text, case-insensitive. */
  | {
      readonly field: string;
      readonly op: 'contains' | 'not-contains' | 'starts-with' | 'ends-with';
      readonly value: string;
    }
  /** For lists such as tags: some, every or no value is in the record's list. For single values: it is (not) one of them. */
  | {
      readonly field: string;
      readonly op: 'any-of' | 'all-of' | 'none-of';
      readonly value: readonly (string | number | boolean)[];
    };
