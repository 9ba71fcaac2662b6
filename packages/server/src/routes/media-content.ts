import { mediaAddress } from '@oriel/core';
import { readBody } from '../http/read-body.ts';
import { Refusal } from '../http/refusal.ts';
import type { MediaGrant } from '../media/signed-urls.ts';
import { NO_SUCH_MEDIA, requireMedia } from '../media/require-media.ts';
import type { Call, Route } from '../route.ts';

const PATH = '/api/public/media/:id/content';

/** The signature in the address is the credential: whoever uploads or shows bytes has no other. */
export const MEDIA_CONTENT_ROUTES: readonly Route[] = [
  { method: 'PUT', path: PATH, right: null, answer: putContent },
  { method: 'GET', path: PATH, right: null, answer: getContent },
];

/** Types that a browser shows without running anything of them. */
const SHOWN = /^(?:image\/(?!svg)|audio\/|video\/)/;

async function putContent(call: Call): Promise<Response> {
  const { request } = call;
  const { id, contentType, contentLength } = await grantOf(call, 'put');
  const bytes = await readBody(request, contentLength);
  if (bytes.length !== contentLength || mediaAddress(bytes).id !== id) {
    throw new Refusal(
      400,
      'The bytes are not those that were announced, so they were not kept. Announce these.',
    );
  }
  await requireMedia(call.services.media).write({ contentType, bytes }, { signal: request.signal });
  return new Response(null, { status: 200 });
}

async function getContent(call: Call): Promise<Response> {
  const { id } = await grantOf(call, 'get');
  const found = await requireMedia(call.services.media).read(id, { signal: call.request.signal });
  if (!found) throw new Refusal(404, NO_SUCH_MEDIA);
  const { contentType, contentLength, bytes } = found;
  return new Response(Uint8Array.from(bytes), {
    headers: {
      'content-type': contentType,
      'content-length': String(contentLength),
      'content-disposition': SHOWN.test(contentType) ? 'inline' : 'attachment',
      // The same address never has other bytes.
      'cache-control': 'private, max-age=3600, immutable',
      // Pages of a host show it in their own.
      'cross-origin-resource-policy': 'cross-origin',
    },
  });
}

/** @throws Refusal 403 - whatever is wrong with the address, and whether or not there are such bytes. */
async function grantOf({ param, url, services }: Call, action: MediaGrant['action']): Promise<MediaGrant> {
  const grant = await services.signedUrls.verify(url, action, param('id'));
  if (grant) return grant;
  throw new Refusal(
    403,
    'The address was not signed by this collector, or no longer holds. Ask for a new one.',
  );
}
