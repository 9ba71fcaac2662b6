import { StoreError } from '../../store/store-error.ts';
import type { View, ViewItems } from '../view-record.ts';
import { amountField } from './amount-fields.ts';
import type { Field, Fields } from './field.ts';
import { SESSION_FIELDS, USER_FIELDS } from './group-fields.ts';
import { metadataField } from './metadata-field.ts';
import { OBSERVATION_FIELDS } from './observation-fields.ts';
import { SCORE_FIELDS } from './score-fields.ts';
import { scoreField } from './score-value-field.ts';
import { TRACE_FIELDS } from './trace-fields.ts';

/**
 * The fields that filters, orders, measures, dimensions and facets may name, by view. On top of these come
 * `metadata.<path>` and `scores.<name>` everywhere, and `usage.<key>` and `cost.<key>` where there are tokens
 * ({@link findField}).
 */
export const VIEW_FIELDS: { readonly [V in View]: Fields<ViewItems[V]> } = {
  traces: TRACE_FIELDS,
  observations: OBSERVATION_FIELDS,
  sessions: SESSION_FIELDS,
  users: USER_FIELDS,
  scores: SCORE_FIELDS,
};

/** The field each view is ordered by, newest first, when nobody asks otherwise. */
export const DEFAULT_ORDER_FIELD: Readonly<Record<View, string>> = {
  traces: 'startTime',
  observations: 'startTime',
  sessions: 'startTime',
  users: 'lastSeen',
  scores: 'timestamp',
};

/** The field whose moment puts a record into a time bucket. */
export const BUCKET_FIELD: Readonly<Record<View, string>> = {
  traces: 'startTime',
  observations: 'startTime',
  sessions: 'startTime',
  users: 'firstSeen',
  scores: 'timestamp',
};

/** The field of that name; `null` when the view has none. */
export function findField<V extends View>(view: V, name: string): Field<ViewItems[V]> | null {
  const fields: Fields<ViewItems[V]> = VIEW_FIELDS[view];
  if (Object.hasOwn(fields, name)) return fields[name] ?? null;
  const dot = name.indexOf('.');
  const rest = name.slice(dot + 1);
  return dot < 0 || rest === '' ? null : memberField(view, name.slice(0, dot), rest);
}

/** @throws `bad-query` - the view has no such field. */
export function requireField<V extends View>(view: V, name: string): Field<ViewItems[V]> {
  const field = findField(view, name);
  if (field) return field;
  throw new StoreError('bad-query', `There is no field "${name}" of ${view}. ${knownFields(view)}`);
}

/** Which fields there are, as a sentence for a message. */
function knownFields(view: View): string {
  return `Use one of: ${[...Object.keys(VIEW_FIELDS[view]), ...memberFields(view)].join(', ')}.`;
}

function memberField<V extends View>(view: V, of: string, member: string): Field<ViewItems[V]> | null {
  if (of === 'metadata') return metadataField(member);
  if (of === 'scores') return scoreField(member);
  if ((of === 'usage' || of === 'cost') && hasAmounts(view)) {
    return amountField(of, member) as Field<ViewItems[V]>;
  }
  return null;
}

function memberFields(view: View): string[] {
  const amounts = hasAmounts(view) ? ['usage.<key>', 'cost.<key>'] : [];
  return ['metadata.<path>', 'scores.<name>', ...amounts];
}

function hasAmounts(view: View): boolean {
  return view !== 'scores';
}
