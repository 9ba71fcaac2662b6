import type { Refusal } from '../http/refusal.ts';

/** What became of an export, in the terms of OpenTelemetry's protocol. */
export interface ExportOutcome {
  /** Spans, log records or data points that were not kept. */
  readonly rejected: number;
  /** Why; empty when all were kept. */
  readonly message: string;
}

/** The member that says how many were rejected, by what was exported. */
export type RejectedMember = 'rejectedSpans' | 'rejectedLogRecords' | 'rejectedDataPoints';

/** The answer to an export, in the encoding it came in: JSON or protobuf. */
export function exportResponse(
  request: Request,
  { rejected, message }: ExportOutcome,
  member: RejectedMember,
): Response {
  const isWhole = rejected === 0 && message === '';
  if (isProtobuf(request)) {
    // message ExportTraceServiceResponse { ExportTracePartialSuccess partial_success = 1; }
    // message ExportTracePartialSuccess { int64 rejected_spans = 1; string error_message = 2; }
    const partial = [...(rejected === 0 ? [] : [0x08, ...varint(rejected)]), ...textField(2, message)];
    return protobufResponse(isWhole ? [] : [0x0a, ...varint(partial.length), ...partial], 200);
  }
  const body = isWhole ? {} : { partialSuccess: { [member]: String(rejected), errorMessage: message } };
  return Response.json(body);
}

/** A refusal as OpenTelemetry's exporters read it: a `google.rpc.Status`. */
export function exportRefusal(request: Request, { status, message, headers }: Refusal): Response {
  if (isProtobuf(request)) return protobufResponse(textField(2, message), status, headers);
  return Response.json({ code: 0, message, error: message }, { status, headers });
}

function isProtobuf(request: Request): boolean {
  return request.headers.get('content-type')?.includes('protobuf') ?? false;
}

function protobufResponse(bytes: readonly number[], status: number, headers = {}): Response {
  return new Response(Uint8Array.from(bytes), {
    status,
    headers: { ...headers, 'content-type': 'application/x-protobuf' },
  });
}

function textField(field: number, text: string): number[] {
  if (text === '') return [];
  const bytes = new TextEncoder().encode(text);
  return [(field << 3) | 2, ...varint(bytes.length), ...bytes];
}

/** Seven bits to a byte, lowest first; the top bit says that more follow. */
function varint(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  while (rest > 0x7f) {
    bytes.push((rest % 0x80) | 0x80);
    rest = Math.floor(rest / 0x80);
  }
  return [...bytes, rest];
}
