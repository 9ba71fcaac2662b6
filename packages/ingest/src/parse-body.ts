import { isJsonObject } from '@oriel/core';
import type { EpochMs, JsonValue } from '@oriel/core';
import { readJsonBody } from './json/read-json-body.ts';
import { isBatch, parseBatch } from './langfuse/parse-batch.ts';
import { isMediaDeclaration, readMediaBytes, readMediaDeclaration } from './media/read-media.ts';
import { decodeJsonExport, isJsonExport } from './otlp/decode/decode-json.ts';
import { decodeJsonLogs, isJsonLogExport } from './otlp/decode/decode-json-logs.ts';
import { decodeProtobufExport } from './otlp/decode/decode-protobuf.ts';
import { decodeProtobufLogs, isProtobufLogExport } from './otlp/decode/decode-protobuf-logs.ts';
import { exportPatches } from './otlp/export-patches.ts';
import { logPatches } from './otlp/log-patches.ts';
import type { OtlpLogExport } from './otlp/otlp-logs.ts';
import { parseTransfer } from './parse-transfer.ts';
import { parsedPayload, passedOver, unreadable } from './parsed-payload.ts';
import type { ParsedPayload } from './parsed-payload.ts';
import { sniffBody } from './transport/sniff-body.ts';
import type { BodyLook } from './transport/sniff-body.ts';

/** A body of trace data, unpacked. */
export interface Body {
  readonly bytes: Uint8Array;
  /** As declared. */
  readonly contentType: string | null;
  /** Why it is not the whole body, or `null`. */
  readonly problem: string | null;
  /** The time of spans that carry none. */
  readonly now: EpochMs;
}

/** Finds out what a body is and reads it. */
export function parseBody(body: Body): ParsedPayload {
  const looks = sniffBody(body.bytes, body.contentType?.includes('protobuf') ?? false);
  const readings = looks.map((look) => () => READERS[look](body));
  let best = readings[0]?.() ?? READERS.unknown(body);
  // What cannot be read at all as the first thing it looks like may be the second.
  if (isUnreadable(best)) {
    const other = readings[1]?.();
    if (other !== undefined && !isUnreadable(other)) best = other;
  }
  return isNothing(best) ? passedOver('It is fine and carries no items.') : best;
}

function isNothing({ patches, media, rejected, ignored }: ParsedPayload): boolean {
  return patches.length === 0 && media.length === 0 && rejected.length === 0 && ignored === null;
}

function isUnreadable({ patches, media, rejected, ignored }: ParsedPayload): boolean {
  return patches.length === 0 && media.length === 0 && rejected.length > 0 && ignored === null;
}

const READERS: Readonly<Record<BodyLook, (body: Body) => ParsedPayload>> = {
  export: parseTransfer,

  json({ bytes, problem, now }) {
    const json = readJsonBody(bytes);
    // JSON that is complete shows that nothing is missing, whatever the packing says.
    return 'value' in json ? parseJson(json.value, now) : unreadable(problem ?? json.problem);
  },

  protobuf({ bytes, problem, now }) {
    if (isProtobufLogExport(bytes)) {
      const logs = decodeProtobufLogs(bytes);
      return parseLogs(logs, problem ?? logs.problem, now);
    }
    const decoded = decodeProtobufExport(bytes);
    const reasons = [problem, decoded.problem].filter((reason) => reason !== null);
    const rejected = [...decoded.rejected];
    if (reasons.length > 0) rejected.push({ where: 'body', reason: reasons.join(' ') });
    return parsedPayload({ patches: exportPatches(decoded, now), rejected });
  },

  markup: () =>
    unreadable(
      'The body is HTML or XML, such as an error page, and holds no trace data. ' +
        'Check what the sender sends; a proxy or a wrong address is the usual cause.',
    ),

  media: ({ bytes, contentType }) => parsedPayload({ media: [readMediaBytes(bytes, contentType)] }),

  unknown: ({ problem, contentType }) =>
    unreadable(
      problem ??
        `The body is neither JSON nor an OTLP protobuf export, packed with gzip or not${contentType === null ? '' : ` (declared as ${contentType.slice(0, 80)})`}, ` +
          'so nothing of it could be read. Send Langfuse batches or OTLP traces.',
    ),
};

function parseJson(body: JsonValue, now: EpochMs): ParsedPayload {
  if (isBatch(body)) return parsedPayload(parseBatch(body));
  if (isJsonExport(body)) {
    const decoded = decodeJsonExport(body);
    return parsedPayload({ patches: exportPatches(decoded, now), rejected: decoded.rejected });
  }
  if (isJsonLogExport(body)) return parseLogs(decodeJsonLogs(body), null, now);
  if (isMediaDeclaration(body)) return parseMediaDeclaration(body);
  if (isJsonObject(body) && 'resourceMetrics' in body) {
    return passedOver('OpenTelemetry metrics are no part of traces.');
  }
  return unreadable(
    'The JSON is neither a Langfuse batch (`{batch: [...]}`) nor OTLP traces (`{resourceSpans: [...]}`), so nothing ' +
      'of it could be kept. Send one of these.',
  );
}

function parseLogs(logs: OtlpLogExport, problem: string | null, now: EpochMs): ParsedPayload {
  const rejected = problem === null ? logs.rejected : [...logs.rejected, { where: 'body', reason: problem }];
  const patches = logPatches(logs, now);
  if (patches.length === 0 && rejected.length === 0) {
    return passedOver(
      'No log record in it tells what a model was asked or answered; other logs are not kept.',
    );
  }
  return parsedPayload({ patches, rejected });
}

/** The announcement of an upload, which has an address of its own. */
export function parseMediaDeclaration(body: JsonValue): ParsedPayload {
  const media = readMediaDeclaration(body);
  return 'problem' in media ? unreadable(media.problem) : parsedPayload({ media: [media] });
}
