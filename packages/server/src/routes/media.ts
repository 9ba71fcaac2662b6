import type { MediaStore } from '@oriel/core';
import { readMediaDeclaration, storableMediaType } from '@oriel/ingest';
import { readJson } from '../http/read-json.ts';
import { Refusal } from '../http/refusal.ts';
import { isoTime } from '../langfuse/iso-time.ts';
import { NO_SUCH_MEDIA, requireMedia } from '../media/require-media.ts';
import type { Call, Route } from '../route.ts';

export const MEDIA_ROUTES: readonly Route[] = [
  { method: 'POST', path: '/api/public/media', right: 'ingest', answer: announceMedia },
  { method: 'GET', path: '/api/public/media/:id', right: 'read', answer: getMedia },
  { method: 'PATCH', path: '/api/public/media/:id', right: 'ingest', answer: reportUpload },
];

/** Where to put the bytes; `uploadUrl` is `null` where they are known. */
async function announceMedia(call: Call): Promise<Response> {
  const { request, services } = call;
  const media = requireMedia(call.store.media);
  const declared = readMediaDeclaration(await readJson(request, services.limits));
  if ('problem' in declared) throw new Refusal(400, declared.problem);
  const { id, contentLength } = declared;
  const contentType = storableMediaType(declared.contentType);
  if (contentType === null) {
    throw new Refusal(
      400,
      `\`contentType\` is ${JSON.stringify(declared.contentType.slice(0, 80))}, which is no kind of media that is kept. Send its real type.`,
    );
  }
  const most = mostBytes(media, call);
  if (contentLength > most) {
    throw new Refusal(413, `The media has ${contentLength} bytes and ${most} are taken. Send smaller media.`);
  }
  const isKnown = (await media.read(id, { signal: request.signal })) !== null;
  const grant = { action: 'put', id, contentType, contentLength } as const;
  const uploadUrl = isKnown ? null : (await services.signedUrls.sign(services.baseUrl(request), grant)).url;
  return Response.json({ mediaId: id, uploadUrl }, { status: 201 });
}

function mostBytes({ capabilities }: MediaStore, { services }: Call): number {
  return Math.min(capabilities.maxBytes, services.limits.maxMediaBytes);
}

async function getMedia(call: Call): Promise<Response> {
  const { param, request, services } = call;
  const found = await requireMedia(call.store.media).read(param('id'), { signal: request.signal });
  if (!found) throw new Refusal(404, NO_SUCH_MEDIA);
  const { id, contentType, contentLength } = found;
  const grant = { action: 'get', id, contentType, contentLength } as const;
  const { url, expiresAt } = await services.signedUrls.sign(services.baseUrl(request), grant);
  return Response.json({
    mediaId: id,
    contentType,
    contentLength,
    // Bytes are known by what they are, not by when they came: by now they have.
    uploadedAt: isoTime(services.now()),
    url,
    urlExpiry: isoTime(expiresAt),
  });
}

/** How an upload went, as its sender saw it. What arrived is known better here; a failure is worth a word. */
async function reportUpload({ param, request, services, report }: Call): Promise<Response> {
  const body = await readJson(request, services.limits);
  const { uploadHttpStatus: status, uploadHttpError: error } = Object(body) as Record<string, unknown>;
  if (typeof status === 'number' && status >= 400) {
    const reason = typeof error === 'string' ? error.slice(0, 500) : 'no reason given';
    report({ where: `media ${param('id')}`, reason: `The upload failed with ${status}: ${reason}` });
  }
  return new Response(null, { status: 204 });
}
