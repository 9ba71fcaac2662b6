import type { Bytes, DocumentStore, EpochMs, MediaStore, Store } from '@oriel/core';
import type { Pipeline } from '@oriel/ingest';
import type { Access, Right } from './auth/access.ts';
import type { Refusal } from './http/refusal.ts';
import type { ChangeHub } from './live/change-hub.ts';
import type { SignedUrls } from './media/signed-urls.ts';
import type { StoreHealth } from './store-health.ts';
import type { PageCursors } from './langfuse/page-cursors.ts';

/** An endpoint. Endpoints are data, so that none can be forgotten where access is checked or tested. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** As hono spells it: `/api/public/traces/:id`. */
  readonly path: string;
  /** What the sender must be allowed to do; `null` lets everybody in. */
  readonly right: Right | null;
  /** It changes things through `Call.store` alone, so whoever sees a part of the store may use it. Default: false. */
  readonly isScoped?: boolean | undefined;
  /**
   * Answers a request.
   *
   * @throws Refusal - what to answer instead.
   * @throws StoreError - answered by its code.
   */
  readonly answer: (call: Call) => Response | Promise<Response>;
  /** Words a refusal as the clients of this endpoint read it. Default: `{message, error}`. */
  readonly refuse?: ((request: Request, refusal: Refusal) => Response) | undefined;
}

/** A request, and all a route may use to answer it. */
export interface Call {
  readonly request: Request;
  readonly url: URL;
  /** A part of the path, decoded: `param('id')`. Empty when the path has none of that name. */
  readonly param: (name: string) => string;
  readonly access: Access;
  /** As the sender may see it: what is out of its scope is not there. */
  readonly store: Store;
  /** Changes of {@link store}. */
  readonly changes: ChangeHub;
  readonly services: Services;
  /** Tells the operator of a part of the request that could not be kept. */
  readonly report: (item: Rejection) => void;
  /** Aborted when an answer that has no end of its own has to end. */
  readonly ending: () => AbortSignal;
}

/** What all requests share. */
export interface Services {
  /** Writes into the whole store: reaching it takes the right to ingest or to score. */
  readonly pipeline: Pipeline;
  /** Requests answered so far, by status. */
  readonly requests: ReadonlyMap<number, number>;
  readonly project: Project;
  readonly health: StoreHealth;
  readonly limits: BodyLimits;
  readonly pageCursors: PageCursors;
  readonly signedUrls: SignedUrls;
  /** The whole store's, for those who have a signed address. */
  readonly media: MediaStore | undefined;
  /** The whole store's, for what scores are checked against. */
  readonly documents: DocumentStore | undefined;
  /** Where clients reach the collector: an origin, and the path it is mounted at. */
  readonly baseUrl: (request: Request) => string;
  readonly now: () => EpochMs;
}

/** A part that could not be kept. */
export interface Rejection {
  readonly where: string;
  readonly reason: string;
}

/** What SDKs are told the keys belong to. */
export interface Project {
  readonly id: string;
  readonly name: string;
}

export interface BodyLimits {
  /** Longest body, as it comes. */
  readonly maxBodyBytes: Bytes;
  /** Longest body, unpacked. */
  readonly maxUnpackedBytes: Bytes;
  /** Longest media. */
  readonly maxMediaBytes: Bytes;
}
