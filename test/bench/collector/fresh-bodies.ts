import { fromBinary } from '@bufbuild/protobuf';
import { ExportTraceServiceRequestSchema } from '../ingest/generated/otlp_pb.js';
import { otlpProtobuf } from '../ingest/traffic.ts';

/** An encoded export, and where in it the ids and times of its spans are. */
interface Template {
  readonly bytes: Buffer;
  readonly ids: readonly Spot[];
  readonly times: readonly Spot[];
}

interface Spot {
  readonly at: number;
  readonly length: number;
}

/** Bodies are this many different ones; each has other ids whenever it is sent. */
const TEMPLATES = 40;
/** What a batching exporter sends at once. */
export const OBSERVATIONS_PER_BODY = 250;

/**
 * Endless OTLP exports of observations that no export before had. They are encoded ahead, and only ids and times change
 * from one sending to the next: on two cores a client that encodes would be measured, too.
 */
export function* freshBodies(): Generator<Uint8Array, never> {
  const templates = otlpProtobuf(TEMPLATES * OBSERVATIONS_PER_BODY).bodies.map(templateOf);
  for (let round = 1; ; round += 1) {
    for (const { bytes, ids, times } of templates) {
      const body = Buffer.from(bytes);
      for (const { at, length } of ids) mix(body, at, length, round);
      // Now is when traffic happens; the spans of a body keep their order.
      const shift = BigInt(Date.now()) * 1_000_000n - body.readBigUInt64LE(times[0]?.at ?? 0);
      for (const { at } of times) body.writeBigUInt64LE(body.readBigUInt64LE(at) + shift, at);
      yield body;
    }
  }
}

/** The same id becomes the same other id, wherever it stands in the body. */
function mix(body: Buffer, at: number, length: number, round: number): void {
  const end = at + length - 4;
  body.writeUInt32LE((body.readUInt32LE(end) ^ Math.imul(round, 0x9e3779b1)) >>> 0, end);
}

function templateOf(body: Uint8Array): Template {
  const bytes = Buffer.from(body);
  const ids: Spot[] = [];
  const times: Spot[] = [];
  let from = 0;
  const find = (wanted: Uint8Array): Spot => {
    const at = bytes.indexOf(wanted, from);
    if (at < 0) throw new Error('A span was not found in the body that has it.');
    from = at + wanted.length;
    return { at, length: wanted.length };
  };
  const time = (nanos: bigint) => {
    const wanted = Buffer.alloc(8);
    wanted.writeBigUInt64LE(nanos);
    return wanted;
  };
  const spans = fromBinary(ExportTraceServiceRequestSchema, body).resourceSpans.flatMap(({ scopeSpans }) =>
    scopeSpans.flatMap((scope) => scope.spans),
  );
  for (const span of spans) {
    ids.push(find(span.traceId), find(span.spanId));
    if (span.parentSpanId.length > 0) ids.push(find(span.parentSpanId));
    times.push(find(time(span.startTimeUnixNano)), find(time(span.endTimeUnixNano)));
    for (const event of span.events) times.push(find(time(event.timeUnixNano)));
    for (const link of span.links) ids.push(find(link.traceId), find(link.spanId));
  }
  return { bytes, ids, times };
}
