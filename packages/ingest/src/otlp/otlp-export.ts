import type { EpochMs, JsonValue } from '@oriel/core';
import type { RejectedItem } from '../rejected-item.ts';

/** Attributes with the values they stand for; the wrapping of OTLP is gone. */
export type Attributes = ReadonlyMap<string, JsonValue>;

/** An export, the same whether it came as JSON or as protobuf. */
export interface OtlpExport {
  readonly groups: readonly SpanGroup[];
  /** Spans that could not be read. */
  readonly rejected: readonly RejectedItem[];
}

/** Spans that one library made in one process. */
export interface SpanGroup {
  /** Where the group is in the export: `resourceSpans[0].scopeSpans[1]`. */
  readonly where: string;
  readonly resource: OtlpResource;
  readonly scope: OtlpScope;
  readonly spans: readonly OtlpSpan[];
}

export interface OtlpResource {
  readonly attributes: Attributes;
}

export interface OtlpScope {
  readonly name: string;
  /** Empty when unknown. */
  readonly version: string;
  readonly attributes: Attributes;
}

export interface OtlpSpan {
  /** Lower-case hex. */
  readonly traceId: string;
  /** Lower-case hex. */
  readonly spanId: string;
  readonly parentSpanId: string | null;
  readonly name: string;
  readonly startTime: EpochMs | null;
  readonly endTime: EpochMs | null;
  readonly hasErrorStatus: boolean;
  /** Empty when none was given. */
  readonly statusMessage: string;
  readonly attributes: Attributes;
  readonly events: readonly OtlpEvent[];
  readonly links: readonly OtlpLink[];
  readonly dropped: Dropped;
}

export interface OtlpEvent {
  readonly name: string;
  readonly time: EpochMs | null;
  readonly attributes: Attributes;
}

export interface OtlpLink {
  readonly traceId: string;
  readonly spanId: string;
  readonly attributes: Attributes;
}

/** How much the sender left out at its own limits. */
interface Dropped {
  readonly attributes: number;
  readonly events: number;
  readonly links: number;
}

export const NO_ATTRIBUTES: Attributes = new Map();
export const UNKNOWN_RESOURCE: OtlpResource = { attributes: NO_ATTRIBUTES };
export const UNKNOWN_SCOPE: OtlpScope = { name: '', version: '', attributes: NO_ATTRIBUTES };
