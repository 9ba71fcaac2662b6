import { MEDIA_HEADER, POSITION_HEADER } from '@oriel/core/protocol';
import { cors } from 'hono/cors';
import { secureHeaders } from 'hono/secure-headers';
import type { MiddlewareHandler } from 'hono';

/** Which pages may call the collector from a browser. */
export interface CorsOptions {
  /** Origins, such as `https://app.example.com`; `*` for every page there is. */
  readonly origins: readonly string[] | '*';
}

const ALLOWED_HEADERS = [
  'authorization',
  'content-type',
  'content-encoding',
  'last-event-id',
  MEDIA_HEADER,
  'x-langfuse-sdk-name',
  'x-langfuse-sdk-version',
  'x-langfuse-sdk-variant',
  'x-langfuse-sdk-integration',
  'x-langfuse-public-key',
  'x-langfuse-ingestion-version',
];

const EXPOSED_HEADERS = [
  MEDIA_HEADER,
  POSITION_HEADER,
  'retry-after',
  'x-ratelimit-limit',
  'x-ratelimit-remaining',
  'x-ratelimit-reset',
];

/** What every answer says to browsers: what a client sent is never run, framed, guessed at or kept by them. */
export function protectiveHeaders(): MiddlewareHandler {
  return secureHeaders({
    contentSecurityPolicy: { defaultSrc: ["'none'"], frameAncestors: ["'none'"], sandbox: [] },
    xFrameOptions: 'DENY',
    // They would speak for the whole domain of a host, which is not ours.
    strictTransportSecurity: false,
    crossOriginOpenerPolicy: false,
    originAgentCluster: false,
    overwrite: false,
  });
}

/** Credentials are sent by pages themselves, never by cookies, so none are allowed. */
export function corsHeaders({ origins }: CorsOptions): MiddlewareHandler {
  return cors({
    origin: origins === '*' ? '*' : [...origins],
    allowMethods: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'],
    allowHeaders: ALLOWED_HEADERS,
    exposeHeaders: EXPOSED_HEADERS,
    maxAge: 600,
  });
}

/** Answers are about somebody's data: no cache on the way keeps them. */
export function uncached(): MiddlewareHandler {
  return async (context, next) => {
    await next();
    // The answer is another one than before `next`.
    const { headers } = context.res;
    if (!headers.has('cache-control')) headers.set('cache-control', 'no-store');
  };
}
