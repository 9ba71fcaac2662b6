import type { ViewRecord } from '../view-record.ts';

/** What a field can hold; `null` when the record has no value for it. */
export type FieldValue = string | number | boolean | null | readonly string[];

/**
 * What a field's values are, and so what can be asked of it:
 *
 * - `text`, `boolean`: one value. Groups, facets, orders.
 * - `texts`: a list, such as tags. Sorted, without repetition; ordered by their
 *   values joined with commas. A record is in the group of each of its values.
 * - `number`: one number (a count, tokens, US dollars, a share). Measures too.
 * - `duration`: milliseconds. As `number`.
 * - `time`: epoch milliseconds. Orders, `min` and `max`, time buckets.
 * - `any`: whatever a client sent: metadata and scores. As all of the above; measures count its numbers only.
 * - `payload`: every text of an input or output. Filters only: nobody orders or groups by it.
 */
export type FieldType = 'text' | 'texts' | 'number' | 'duration' | 'time' | 'boolean' | 'any' | 'payload';

/** A named field of a view. */
export interface Field<Item> {
  readonly type: FieldType;
  readonly read: (record: ViewRecord<Item>) => FieldValue;
}

/** The fields of a view, by name. */
export type Fields<Item> = Readonly<Record<string, Field<Item>>>;

export function text<Item>(read: Field<Item>['read']): Field<Item> {
  return { type: 'text', read };
}

export function texts<Item>(read: Field<Item>['read']): Field<Item> {
  return { type: 'texts', read };
}

export function number<Item>(read: Field<Item>['read']): Field<Item> {
  return { type: 'number', read };
}

export function duration<Item>(read: Field<Item>['read']): Field<Item> {
  return { type: 'duration', read };
}

export function time<Item>(read: Field<Item>['read']): Field<Item> {
  return { type: 'time', read };
}

export function boolean<Item>(read: Field<Item>['read']): Field<Item> {
  return { type: 'boolean', read };
}

export function payload<Item>(read: Field<Item>['read']): Field<Item> {
  return { type: 'payload', read };
}
