/**
 * A condition on records, as plain JSON: it crosses workers and wires unchanged.
 *
 * Fields are named per view in `query/fields.ts`; `metadata.<path>` reaches into metadata and `scores.<name>` to
 * the values of the scores with that name. A condition on a missing value is false, `is-null` and the negated
 * operators excepted.
 */
export type Filter = Comparison | AllOf | AnyOf | Not;

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
