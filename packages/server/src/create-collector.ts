import { IngestError, createMasker, createPipeline, maskingRules } from '@oriel/ingest';
import { Hono } from 'hono';
import type { Context } from 'hono';
import { createAdmission } from './admission.ts';
import type { EpochMs, Milliseconds } from '@oriel/core';
import type { Access, Authorize } from './auth/access.ts';
import { accessByAny } from './auth/access-by-any.ts';
import { embedAccess } from './auth/embed-access.ts';
import { keyAccess } from './auth/key-access.ts';
import type { CollectorLimits, CollectorOptions } from './collector-options.ts';
import { forgetfulLetters } from './forgetful-letters.ts';
import { corsHeaders, protectiveHeaders, uncached } from './http/protect.ts';
import { refusalResponse, toRefusal } from './http/refuse.ts';
import { PageCursors } from './langfuse/page-cursors.ts';
import { createSignedUrls } from './media/signed-urls.ts';
import type { BodyLimits, Rejection, Route, Services } from './route.ts';
import { NO_ROUTE } from './routes/no-route.ts';
import { ROUTES } from './routes.ts';
import { StoreHealth } from './store-health.ts';
import { openWindows } from './windows/windows.ts';

/** Answers requests of SDKs and of pages. It is a function, and goes wherever a `fetch` handler goes. */
export interface Collector {
  (request: Request): Promise<Response>;
  /** Ends what would go on by itself, such as live connections; everything else goes on. The first step of closing a server. */
  hangUp(): void;
  /** Resolves when everything taken in is written, and refuses what comes later. The store stays open. */
  close(): Promise<void>;
}

const MEBIBYTE = 1024 * 1024;
const WRITES: ReadonlySet<Route['right']> = new Set<Route['right']>(['ingest', 'score']);

/**
 * The collector: takes in what Langfuse and OpenTelemetry clients send and answers what they ask, over any store. The
 * same function in Node, in a worker and in a route handler of the host's own.
 *
 * @example
 * const collector = createCollector({ store, keys: [{ publicKey: 'pk-lf-…', secretKey: 'sk-lf-…' }] });
 * export const POST = collector; // a Next.js route handler
 *
 * @throws IngestError `bad-option` - nobody could use the collector, or everybody; the message says why.
 */
export function createCollector(options: CollectorOptions): Collector {
  const { store, project = { id: 'oriel', name: 'oriel' }, limits = {}, onEvent, now = Date.now } = options;
  const { ingestion, basePath } = options;
  const bodyLimits = bodyLimitsOf(limits);
  const { requestsPerMinute } = limits;
  const readingMasking = options.reading?.masking ?? { rules: Object.values(maskingRules) };
  const quota = requestsPerMinute === undefined ? null : { requestsPerMinute };
  const admit = createAdmission({ authorize: authorizeOf(options), quota, onEvent, now });
  const pipeline = createPipeline({
    // A sender that is told to come again waits longer than this, and with more patience.
    retry: { attempts: 3, baseMs: 50, maxMs: 1000 },
    ...ingestion,
    store,
    deadLetters: forgetfulLetters(ingestion?.deadLetters),
    parsing: { maxBytes: bodyLimits.maxUnpackedBytes, now },
  });
  const windows = openWindows(store, createMasker(readingMasking));
  const closing = new AbortController();
  const requests = new Map<number, number>();
  const services: Services = {
    pipeline,
    requests,
    health: new StoreHealth(),
    project,
    limits: bodyLimits,
    pageCursors: new PageCursors(),
    signedUrls: createSignedUrls(options.signingSecret, now),
    media: store.media,
    documents: store.documents,
    baseUrl: ({ url }) => options.publicUrl ?? `${new URL(url).origin}${basePath ?? ''}`,
    now,
  };

  /** Never rejects: whatever happens is answered. */
  const answer = async ({ req }: Context, route: Route): Promise<Response> => {
    const request = req.raw;
    const url = new URL(request.url);
    let holder: string | null = null;
    try {
      const access = await admit(request, route);
      holder = access.holder;
      const param = (name: string) => req.param(name) ?? '';
      const report = (item: Rejection) =>
        onEvent?.({
          type: 'rejected',
          at: now(),
          method: request.method,
          path: url.pathname,
          holder,
          ...item,
        });
      const ending = () => endOf(access, closing.signal, now);
      const window = windows.of(access);
      const call = { request, url, param, access, ...window, services, report, ending };
      const answered = await route.answer(call);
      if (WRITES.has(route.right)) services.health.wrote();
      return answered;
    } catch (error) {
      services.health.failed(error, now());
      const refusal = toRefusal(error);
      const { status } = refusal;
      if (status >= 500) {
        const { method } = request;
        onEvent?.({ type: 'failed', at: now(), method, path: url.pathname, status, holder, error });
      }
      return route.refuse?.(request, refusal) ?? refusalResponse(refusal);
    }
  };

  const app = new Hono({ strict: false });
  app.use(protectiveHeaders(), uncached());
  if (options.cors) app.use(corsHeaders(options.cors));
  const mounted = basePath === undefined ? app : app.basePath(basePath);
  for (const route of ROUTES) {
    mounted.on(route.method, route.path, (context) => answer(context, route));
  }
  app.notFound((context) => answer(context, NO_ROUTE));

  const collector = async (request: Request): Promise<Response> => {
    const response = await app.fetch(request);
    requests.set(response.status, (requests.get(response.status) ?? 0) + 1);
    return response;
  };
  const hangUp = () => closing.abort();
  const close = (): Promise<void> => {
    hangUp();
    windows.close();
    return pipeline.close();
  };
  return Object.assign(collector, { hangUp, close });
}

/** The end of the collector, or of what let somebody in. */
function endOf({ expiresAt }: Access, closing: AbortSignal, now: () => EpochMs): AbortSignal {
  if (expiresAt === undefined) return closing;
  return AbortSignal.any([closing, AbortSignal.timeout(Math.min(Math.max(0, expiresAt - now()), MAX_TIMER))]);
}

/** What timers take. */
const MAX_TIMER: Milliseconds = 2 ** 31 - 1;

function bodyLimitsOf(limits: CollectorLimits): BodyLimits {
  return {
    maxBodyBytes: limits.maxBodyBytes ?? 32 * MEBIBYTE,
    maxUnpackedBytes: limits.maxUnpackedBytes ?? 128 * MEBIBYTE,
    maxMediaBytes: limits.maxMediaBytes ?? 64 * MEBIBYTE,
  };
}

function authorizeOf({ authorize, keys, embed, now = Date.now }: CollectorOptions): Authorize {
  const ways = [
    ...(authorize ? [authorize] : []),
    ...(keys && !authorize ? [keyAccess(keys)] : []),
    ...(embed ? [embedAccess(embed, now)] : []),
  ];
  if (ways.length > 0) return accessByAny(ways);
  throw new IngestError(
    'bad-option',
    'The collector has no `keys`, no `embed` and no `authorize`, so everybody could read everything. Give one of them; `authorize: openAccess()` if that is meant.',
  );
}
