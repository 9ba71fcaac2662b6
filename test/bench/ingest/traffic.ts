import { create, toBinary } from '@bufbuild/protobuf';
import { seededRandom } from '@oriel/core/testing';
import { ExportTraceServiceRequestSchema, Status_StatusCode } from './generated/otlp_pb.js';

/** Observations in one request, as a batching exporter sends them. */
const BATCH = 250;
const START_MS = 1_763_886_475_000;

/** Bodies of one format that hold the same number of observations of 500 to 700 bytes each. */
export interface Traffic {
  readonly format: string;
  readonly bodies: readonly Uint8Array[];
  readonly observations: number;
  readonly path: string;
  readonly contentType: string;
}

/** A model call of a trace of five. */
interface Call {
  readonly traceId: Uint8Array;
  readonly spanId: Uint8Array;
  readonly parentSpanId: Uint8Array;
  readonly startMs: number;
  readonly endMs: number;
  readonly question: string;
  readonly answer: string;
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** Of every tenth call: a call that failed and was repeated, with an event and a link. */
  readonly isRetry: boolean;
}

/** OTLP protobuf by the semantic conventions for generative AI. */
export function otlpProtobuf(observations: number): Traffic {
  return traffic('OTLP protobuf', '/v1/traces', 'application/x-protobuf', observations, (calls) =>
    toBinary(
      ExportTraceServiceRequestSchema,
      create(ExportTraceServiceRequestSchema, {
        resourceSpans: [
          {
            resource: {
              attributes: [text('service.name', 'shop'), text('telemetry.sdk.language', 'nodejs')],
            },
            scopeSpans: [{ scope: { name: 'gen-ai', version: '1.0.0' }, spans: calls.map(protobufSpan) }],
          },
        ],
      }),
    ),
  );
}

/** OTLP JSON as Langfuse's SDK for JavaScript sends it. */
export function otlpJson(observations: number): Traffic {
  return traffic('OTLP JSON', '/v1/traces', 'application/json', observations, (calls) =>
    json({
      resourceSpans: [
        {
          resource: { attributes: [{ key: 'service.name', value: { stringValue: 'shop' } }] },
          scopeSpans: [{ scope: { name: 'langfuse-sdk', version: '5.0.0' }, spans: calls.map(jsonSpan) }],
        },
      ],
    }),
  );
}

/** Events of Langfuse's batch API. */
export function eventApi(observations: number): Traffic {
  return traffic('event API', '/api/public/ingestion', 'application/json', observations, (calls) =>
    json({ batch: calls.map(event) }),
  );
}

function traffic(
  format: string,
  path: string,
  contentType: string,
  observations: number,
  encode: (calls: readonly Call[]) => Uint8Array,
): Traffic {
  const bodies: Uint8Array[] = [];
  for (let from = 0; from < observations; from += BATCH) bodies.push(encode(makeCalls(from)));
  return { format, path, contentType, bodies, observations };
}

function makeCalls(from: number): Call[] {
  const random = seededRandom(from + 1);
  const bytes = (length: number) => Uint8Array.from({ length }, () => Math.floor(random() * 256));
  let traceId = bytes(16);
  let parentSpanId = bytes(8);
  return Array.from({ length: BATCH }, (_, index) => {
    if (index % 5 === 0) {
      traceId = bytes(16);
      parentSpanId = bytes(8);
    }
    const startMs = START_MS + from + index;
    return {
      traceId,
      spanId: bytes(8),
      parentSpanId,
      startMs,
      endMs: startMs + 300 + Math.floor(random() * 900),
      question: `Where is order ${Math.floor(random() * 1e6)} of last week?`,
      answer: `Order ${index} left the warehouse this morning and is on its way.`,
      inputTokens: 80 + Math.floor(random() * 200),
      outputTokens: 10 + Math.floor(random() * 60),
      isRetry: index % 10 === 0,
    };
  });
}

function protobufSpan(call: Call) {
  return {
    traceId: call.traceId,
    spanId: call.spanId,
    parentSpanId: call.parentSpanId,
    name: 'chat gpt-4o-mini',
    startTimeUnixNano: nanos(call.startMs),
    endTimeUnixNano: nanos(call.endMs),
    attributes: [
      text('gen_ai.operation.name', 'chat'),
      text('gen_ai.provider.name', 'openai'),
      text('gen_ai.request.model', 'gpt-4o-mini'),
      int('gen_ai.usage.input_tokens', call.inputTokens),
      int('gen_ai.usage.output_tokens', call.outputTokens),
      text('gen_ai.input.messages', chat('user', call.question)),
      text('gen_ai.output.messages', chat('assistant', call.answer)),
    ],
    ...(call.isRetry && {
      events: [{ timeUnixNano: nanos(call.endMs), name: 'retry', attributes: [int('attempt', 2)] }],
      links: [{ traceId: call.traceId, spanId: call.parentSpanId, attributes: [text('why', 'timeout')] }],
      status: { code: Status_StatusCode.ERROR, message: 'The model took too long.' },
    }),
  };
}

function jsonSpan(call: Call) {
  return {
    traceId: hex(call.traceId),
    spanId: hex(call.spanId),
    parentSpanId: hex(call.parentSpanId),
    name: 'chat gpt-4o-mini',
    startTimeUnixNano: String(nanos(call.startMs)),
    endTimeUnixNano: String(nanos(call.endMs)),
    attributes: [
      { key: 'langfuse.observation.type', value: { stringValue: 'generation' } },
      { key: 'langfuse.observation.model.name', value: { stringValue: 'gpt-4o-mini' } },
      {
        key: 'langfuse.observation.usage_details',
        value: { stringValue: JSON.stringify({ input: call.inputTokens, output: call.outputTokens }) },
      },
      { key: 'langfuse.observation.input', value: { stringValue: call.question } },
      { key: 'langfuse.observation.output', value: { stringValue: call.answer } },
    ],
    status: { code: call.isRetry ? 2 : 0 },
  };
}

function event(call: Call) {
  return {
    id: hex(call.spanId),
    type: 'generation-create',
    timestamp: iso(call.startMs),
    body: {
      id: hex(call.spanId),
      traceId: hex(call.traceId),
      parentObservationId: hex(call.parentSpanId),
      name: 'chat',
      startTime: iso(call.startMs),
      endTime: iso(call.endMs),
      model: 'gpt-4o-mini',
      input: call.question,
      output: call.answer,
      usageDetails: { input: call.inputTokens, output: call.outputTokens },
    },
  };
}

function text(key: string, value: string) {
  return { key, value: { value: { case: 'stringValue' as const, value } } };
}

function int(key: string, value: number) {
  return { key, value: { value: { case: 'intValue' as const, value: BigInt(value) } } };
}

function chat(role: string, content: string): string {
  return JSON.stringify([{ role, parts: [{ type: 'text', content }] }]);
}

function nanos(ms: number): bigint {
  return BigInt(ms) * 1_000_000n + 123_456n;
}

function iso(ms: number): string {
  return new Date(ms).toISOString();
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}

function json(value: unknown): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(value));
}
