import { fromBinary } from '@bufbuild/protobuf';
import { decodeProtobufExport } from '@oriel/ingest/decode-protobuf';
import { oriel } from './generated/otlp-protobufjs.js';
import { ExportTraceServiceRequestSchema } from './generated/otlp_pb.js';

/** What a decoder found, counted. */
interface Found {
  spans: number;
  attributes: number;
  events: number;
  links: number;
}

interface Counted {
  readonly attributes: { readonly size: number } | { readonly length: number };
  readonly events: { readonly length: number };
  readonly links: { readonly length: number };
}

export interface Decoder {
  readonly name: string;
  readonly decode: (body: Uint8Array) => unknown;
  /** The spans of what `decode` gave. */
  readonly spansIn: (body: Uint8Array) => readonly Counted[];
}

const { ExportTraceServiceRequest } = oriel.bench.otlp;

/** Ours first. The peers leave ids as bytes and times as 64-bit integers; everything else they decode, too. */
export const DECODERS: readonly [Decoder, ...Decoder[]] = [
  {
    name: 'oriel',
    decode: decodeProtobufExport,
    spansIn: (body) => decodeProtobufExport(body).groups.flatMap(({ spans }) => spans),
  },
  {
    name: 'protobufjs',
    decode: (body) => ExportTraceServiceRequest.decode(body),
    spansIn: (body) =>
      ExportTraceServiceRequest.decode(body)
        .resourceSpans.flatMap(({ scopeSpans }) => scopeSpans)
        .flatMap(({ spans }) => spans),
  },
  {
    name: '@bufbuild/protobuf',
    decode: (body) => fromBinary(ExportTraceServiceRequestSchema, body),
    spansIn: (body) =>
      fromBinary(ExportTraceServiceRequestSchema, body)
        .resourceSpans.flatMap(({ scopeSpans }) => scopeSpans)
        .flatMap(({ spans }) => spans),
  },
];

/** @throws when the decoders do not find the same, so that none is fast by leaving something out. */
export function compareFindings(bodies: readonly Uint8Array[]): Found {
  const findings = DECODERS.map(({ spansIn }) => countAll(bodies.flatMap(spansIn)));
  const [ours, ...others] = findings.map((found) => JSON.stringify(found));
  if (others.some((found) => found !== ours)) {
    throw new Error(`The decoders find different things: ${JSON.stringify(findings)}. Correct the schema.`);
  }
  return findings[0] ?? countAll([]);
}

function countAll(spans: readonly Counted[]): Found {
  const found = { spans: spans.length, attributes: 0, events: 0, links: 0 };
  for (const { attributes, events, links } of spans) {
    found.attributes += 'size' in attributes ? attributes.size : attributes.length;
    found.events += events.length;
    found.links += links.length;
  }
  return found;
}
