import type { JsonValue } from '@oriel/core';
import type { RejectedItem } from '../../rejected-item.ts';
import { UNKNOWN_SCOPE } from '../otlp-export.ts';
import type { OtlpExport, OtlpResource, OtlpScope, OtlpSpan, SpanGroup } from '../otlp-export.ts';
import { BAD_IDS } from './otlp-ids.ts';
import { readAttribute } from './protobuf-any-value.ts';
import { BYTES, ProtobufCursor, ProtobufFault, faultOf } from './protobuf-cursor.ts';
import type { ProtobufFaultKind } from './protobuf-cursor.ts';
import { readSpan } from './protobuf-span.ts';

/** An export with what could be read of a body that is damaged or cut off. */
export interface ProtobufExport extends OtlpExport {
  /** Why the body could not be read to its end, or `null`. */
  readonly problem: string | null;
}

/** Tags of an export, from the outside in. */
const RESOURCE_SPANS = 1 * 8 + BYTES;
const RESOURCE = 1 * 8 + BYTES;
const RESOURCE_ATTRIBUTE = 1 * 8 + BYTES;
const SCOPE_SPANS = 2 * 8 + BYTES;
const SCOPE = 1 * 8 + BYTES;
const SCOPE_NAME = 1 * 8 + BYTES;
const SCOPE_VERSION = 2 * 8 + BYTES;
const SCOPE_ATTRIBUTE = 3 * 8 + BYTES;
const SPAN = 2 * 8 + BYTES;

const SPAN_FAULTS: Readonly<Record<ProtobufFaultKind, string>> = {
  cut: 'The span is cut off, so it was left out. Send it again, whole.',
  malformed:
    'The bytes of the span are no protobuf message, so it was left out. Send it as the OTLP exporter made it.',
};

const GROUP_FAULT =
  'From here on the bytes of the group are no protobuf message, so the rest of it was left out. ' +
  'Send it as the OTLP exporter made it.';

const ABOUT_FAULT =
  'Its bytes are no protobuf message from some place on, so only what stands before that was kept. ' +
  'Send it as the OTLP exporter made it.';

/**
 * Reads an OTLP protobuf export as far as it goes: spans are framed one by one, so neither a damaged one nor the
 * end of a body cut off on its way costs the whole ones.
 */
export function decodeProtobufExport(bytes: Uint8Array): ProtobufExport {
  const decoder = new ExportDecoder(bytes);
  const problem = decoder.run();
  return { groups: decoder.groups, rejected: decoder.rejected, problem };
}

class ExportDecoder {
  readonly groups: SpanGroup[] = [];
  readonly rejected: RejectedItem[] = [];
  readonly #cursor: ProtobufCursor;
  readonly #end: number;
  #group = 'resourceSpans[0]';
  #index = 0;
  #spanCount = 0;
  #rejectedOnce = '';

  constructor(bytes: Uint8Array) {
    this.#cursor = new ProtobufCursor(bytes);
    this.#end = bytes.length;
  }

  run(): string | null {
    try {
      for (let index = 0; this.#cursor.nextField(this.#end);) {
        if (this.#cursor.tag === RESOURCE_SPANS) this.#readResourceSpans(index++);
        else this.#cursor.skip(this.#end);
      }
      return null;
    } catch (fault) {
      if (!(fault instanceof ProtobufFault)) throw fault;
      const what = fault.kind === 'cut' ? 'ends inside' : 'is no protobuf message any more at';
      return (
        `The body ${what} ${this.#place()}, so the rest of it is lost; ${this.#spanCount} whole spans before that were read. ` +
        'Send the body again, whole.'
      );
    }
  }

  /** The resource may stand behind its spans, so first everything is found, then read. */
  #readResourceSpans(index: number): void {
    const cursor = this.#cursor;
    const where = `resourceSpans[${index}]`;
    const declaredEnd = cursor.fieldEnd(this.#end);
    const end = Math.min(declaredEnd, this.#end);
    const scopeSpans: { start: number; end: number }[] = [];
    const attributes = new Map<string, JsonValue>();
    const fault = faultOf(() => {
      while (cursor.nextField(end)) {
        if (cursor.tag === RESOURCE) {
          this.#readResource(end, attributes, `${where}.resource`);
        } else if (cursor.tag === SCOPE_SPANS) {
          const scopeEnd = cursor.fieldEnd(end);
          scopeSpans.push({ start: cursor.position, end: scopeEnd });
          cursor.position = Math.min(scopeEnd, end);
        } else {
          cursor.skip(end);
        }
      }
    });
    for (const [n, scope] of scopeSpans.entries()) {
      cursor.position = scope.start;
      this.#readScopeSpans(scope.end, { attributes }, `${where}.scopeSpans[${n}]`);
    }
    this.#endGroup(declaredEnd, fault, where);
  }

  #readScopeSpans(declaredEnd: number, resource: OtlpResource, where: string): void {
    const cursor = this.#cursor;
    const end = Math.min(declaredEnd, this.#end);
    const spans: OtlpSpan[] = [];
    const group = { where, resource, scope: UNKNOWN_SCOPE, spans };
    this.groups.push(group);
    this.#group = where;
    this.#index = 0;
    const fault = faultOf(() => {
      while (cursor.nextField(end)) {
        if (cursor.tag === SCOPE) {
          group.scope = this.#readScope(end, `${where}.scope`);
        } else if (cursor.tag === SPAN) {
          const span = this.#readFramedSpan(cursor.wholeFieldEnd(end));
          if (span !== null) spans.push(span);
          this.#index += 1;
        } else {
          cursor.skip(end);
        }
      }
    });
    this.#endGroup(declaredEnd, fault, this.#place());
  }

  /** Whatever is wrong inside a group that is framed as a whole stays inside; a group cut off ends the body. */
  #endGroup(declaredEnd: number, fault: ProtobufFault | null, where: string): void {
    if (declaredEnd > this.#end) throw fault ?? new ProtobufFault('cut');
    if (fault !== null) this.rejected.push({ where, reason: GROUP_FAULT });
    this.#cursor.position = declaredEnd;
  }

  /** A span whose end is known: whatever is wrong inside stays inside. */
  #readFramedSpan(end: number): OtlpSpan | null {
    let span: OtlpSpan | null = null;
    let reason = BAD_IDS;
    try {
      span = readSpan(this.#cursor, end);
    } catch (fault) {
      if (!(fault instanceof ProtobufFault)) throw fault;
      reason = SPAN_FAULTS[fault.kind];
    }
    this.#cursor.position = end;
    if (span === null) this.rejected.push({ where: this.#place(), reason });
    else this.#spanCount += 1;
    return span;
  }

  /** Spans are worth keeping without what is said about their process. */
  #readResource(limit: number, attributes: Map<string, JsonValue>, where: string): void {
    const end = this.#cursor.wholeFieldEnd(limit);
    const fault = faultOf(() => {
      while (this.#cursor.nextField(end)) {
        if (this.#cursor.tag === RESOURCE_ATTRIBUTE) readAttribute(this.#cursor, end, attributes);
        else this.#cursor.skip(end);
      }
    });
    this.#cursor.position = end;
    if (fault !== null) this.#rejectOnce(where);
  }

  #readScope(limit: number, where: string): OtlpScope {
    const cursor = this.#cursor;
    const end = cursor.wholeFieldEnd(limit);
    const attributes = new Map<string, JsonValue>();
    let name = '';
    let version = '';
    const fault = faultOf(() => {
      while (cursor.nextField(end)) {
        if (cursor.tag === SCOPE_NAME) name = cursor.text(end);
        else if (cursor.tag === SCOPE_VERSION) version = cursor.text(end);
        else if (cursor.tag === SCOPE_ATTRIBUTE) readAttribute(cursor, end, attributes);
        else cursor.skip(end);
      }
    });
    cursor.position = end;
    if (fault !== null) this.#rejectOnce(where);
    return { name, version, attributes };
  }

  /** A field that should stand once may repeat, and each time be damaged. */
  #rejectOnce(where: string): void {
    if (this.#rejectedOnce === where) return;
    this.#rejectedOnce = where;
    this.rejected.push({ where, reason: ABOUT_FAULT });
  }

  #place(): string {
    return `${this.#group}.spans[${this.#index}]`;
  }
}
