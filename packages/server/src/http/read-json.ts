import type { JsonObject, JsonValue } from '@oriel/core';
import { isJsonObject } from '@oriel/core';
import { readJsonBody, unpackBody } from '@oriel/ingest';
import type { BodyLimits } from '../route.ts';
import { readBody } from './read-body.ts';
import { Refusal } from './refusal.ts';

/**
 * The body as JSON, unpacked.
 *
 * @throws Refusal 413, 400
 */
export async function readJson(request: Request, limits: BodyLimits): Promise<JsonValue> {
  const body = await readBody(request, limits.maxBodyBytes);
  const contentEncoding = request.headers.get('content-encoding');
  const { bytes, problem, isTooLarge } = await unpackBody({ body, contentEncoding }, limits.maxUnpackedBytes);
  if (isTooLarge && problem !== null) throw new Refusal(413, problem);
  const json = readJsonBody(bytes);
  if ('value' in json) return json.value;
  throw new Refusal(400, problem ?? json.problem);
}

/** {@link readJson} where only an object makes sense. */
export async function readJsonObject(request: Request, limits: BodyLimits): Promise<JsonObject> {
  const body = await readJson(request, limits);
  if (isJsonObject(body)) return body;
  throw new Refusal(400, 'The body is no JSON object, so nothing of it was kept. Send an object.');
}
