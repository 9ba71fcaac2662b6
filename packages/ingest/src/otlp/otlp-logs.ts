import type { EpochMs, JsonValue } from '@oriel/core';
import type { RejectedItem } from '../rejected-item.ts';
import type { Attributes } from './otlp-export.ts';

/** Log records, the same whether they came as JSON or as protobuf. */
export interface OtlpLogExport {
  readonly records: readonly OtlpLogRecord[];
  /** Records that could not be read. */
  readonly rejected: readonly RejectedItem[];
}

export interface OtlpLogRecord {
  /** Lower-case hex; `null` for records that belong to no trace. */
  readonly traceId: string | null;
  /** Lower-case hex; `null` for records that belong to no span. */
  readonly spanId: string | null;
  /** When it happened. */
  readonly time: EpochMs | null;
  /** When somebody noticed. */
  readonly observedTime: EpochMs | null;
  /** The name of the event it tells of, from its own field or from the older attribute. Empty for plain logs. */
  readonly eventName: string;
  readonly body: JsonValue;
  readonly attributes: Attributes;
}

/** The event's name: newer senders have a field for it, older ones an attribute. */
export function eventNameOf(field: string, attributes: Attributes): string {
  const attribute = attributes.get('event.name');
  return field === '' && typeof attribute === 'string' ? attribute : field;
}
