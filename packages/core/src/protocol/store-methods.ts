import type { DocumentStore } from '../store/document-store.ts';
import type { MediaStore } from '../store/media-store.ts';
import type { TraceStore } from '../store/trace-store.ts';

/** The contracts of a store, each a target of calls. */
export type StorePart = 'traces' | 'documents' | 'media';

/** What may be called over a wire: a list, so that no message reaches anything else the store object happens to have. */
export const STORE_METHODS = {
  traces: [
    'write',
    'resolveTraceId',
    'readTrace',
    'readPayloads',
    'listTraces',
    'listObservations',
    'listSessions',
    'listUsers',
    'listScores',
    'aggregate',
    'facets',
    'deleteTraces',
  ],
  documents: ['write', 'read', 'list', 'listVersions', 'setLabel', 'delete'],
  media: ['write', 'read'],
} as const satisfies {
  readonly traces: readonly (keyof TraceStore)[];
  readonly documents: readonly (keyof DocumentStore)[];
  readonly media: readonly (keyof MediaStore)[];
};
