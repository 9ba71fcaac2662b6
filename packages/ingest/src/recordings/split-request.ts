import type { JsonValue } from '@oriel/core';
import { gunzipSync } from 'node:zlib';
import type { RawPayload } from '../parse-payload.ts';
import { splitJsonBody } from './split-json-body.ts';
import { splitProtobufBody } from './split-protobuf-body.ts';

/** Paths of bodies that hold many items. Uploads and requests about prompts or datasets are one thing each. */
const SPLITTABLE = /\/(?:v1\/(?:traces|logs)|public\/ingestion)$/;

/** A request of trace data as requests of one event, span or log record each, unpacked. Any other stays as it is. */
export function splitRequest(request: RawPayload): readonly RawPayload[] {
  if (request.method !== 'POST' || !SPLITTABLE.test(request.path ?? '')) return [request];
  const body = request.contentEncoding === 'gzip' ? gunzipSync(request.body) : request.body;
  const parts = request.contentType?.includes('protobuf') ? splitProtobufBody(body) : splitJsonText(body);
  return parts.map((part) => ({ ...request, contentEncoding: null, body: part }));
}

function splitJsonText(body: Uint8Array): readonly Uint8Array[] {
  const json = JSON.parse(new TextDecoder().decode(body)) as JsonValue;
  return splitJsonBody(json).map((part) => new TextEncoder().encode(JSON.stringify(part)));
}
