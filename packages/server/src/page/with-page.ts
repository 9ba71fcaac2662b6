import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { secureHeaders } from 'hono/secure-headers';
import type { MiddlewareHandler } from 'hono';
import type { Collector } from '../create-collector.ts';
import type { PageSessions } from './page-sessions.ts';

/** The page and nothing else: no address of another host, no script that is written into the page, no frame around it. */
const CONTENT_SECURITY_POLICY = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  // Dialogs and panes lay themselves out with styles of their own.
  styleSrc: ["'self'", "'unsafe-inline'"],
  imgSrc: ["'self'", 'data:', 'blob:'],
  mediaSrc: ["'self'", 'data:', 'blob:'],
  fontSrc: ["'self'"],
  connectSrc: ["'self'"],
  workerSrc: ["'self'"],
  baseUri: ["'none'"],
  formAction: ["'none'"],
  frameAncestors: ["'none'"],
};

/** A collector that also serves the page of a folder at `/`, and who is signed in at `/session`. */
export function withPage(collector: Collector, sessions: PageSessions, folder: string): Collector {
  const app = new Hono();
  const headers = secureHeaders({
    contentSecurityPolicy: CONTENT_SECURITY_POLICY,
    xFrameOptions: 'DENY',
    referrerPolicy: 'no-referrer',
    strictTransportSecurity: false,
  });
  const files = serveStatic({ root: folder, precompressed: true });
  app.on(['GET', 'POST', 'DELETE'], '/session', headers, kept('no-store'), ({ req }) =>
    sessions.answer(req.raw),
  );
  app.get('/', headers, kept('no-cache'), files);
  // Names of assets tell their content.
  app.get('/assets/*', headers, kept('public, max-age=31536000, immutable'), files);

  const serve = async (request: Request): Promise<Response> => {
    const { pathname } = new URL(request.url);
    return isPage(pathname) ? app.fetch(request) : collector(request);
  };
  return Object.assign(serve, { hangUp: () => collector.hangUp(), close: () => collector.close() });
}

function isPage(path: string): boolean {
  return path === '/' || path === '/session' || path.startsWith('/assets/');
}

/** How long browsers keep what is there. */
function kept(cacheControl: string): MiddlewareHandler {
  return async (context, next) => {
    await next();
    context.res.headers.set('cache-control', context.res.ok ? cacheControl : 'no-store');
  };
}
