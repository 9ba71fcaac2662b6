/** What the address of a request says about its body. */
export type Route =
  | { readonly kind: 'trace-data' }
  | { readonly kind: 'media-declaration' }
  | { readonly kind: 'media-bytes' }
  | { readonly kind: 'ignored'; readonly why: string };

interface Rule {
  /** Default: any. */
  readonly method?: RegExp;
  /** Default: any. */
  readonly path?: RegExp;
  readonly route: Route;
}

const ignored = (why: string): Route => ({ kind: 'ignored', why });

/** First rule that fits. A host may mount the API below a prefix, so paths are compared from their end. */
const RULES: readonly Rule[] = [
  {
    method: /^(?:GET|HEAD|OPTIONS|DELETE)$/,
    route: ignored('It asks or deletes and carries no trace data.'),
  },
  { method: /^PUT$/, route: { kind: 'media-bytes' } },
  {
    method: /^PATCH$/,
    path: /\/media\/[^/]+$/,
    route: ignored('It reports how an upload went; the upload itself says enough.'),
  },
  { path: /\/public\/media$/, route: { kind: 'media-declaration' } },
  { path: /\/public\/ingestion$/, route: { kind: 'trace-data' } },
  { path: /\/v1\/traces$/, route: { kind: 'trace-data' } },
  { path: /\/v1\/logs$/, route: { kind: 'trace-data' } },
  { path: /\/v1\/metrics$/, route: ignored('OpenTelemetry metrics are no part of traces.') },
  {
    path: /\/public\/(?:v2\/)?prompts(?:\/|$)/,
    route: ignored('It manages prompts and carries no trace data.'),
  },
  {
    path: /\/public\/(?:v2\/)?dataset(?:s|-items|-run-items)(?:\/|$)/,
    route: ignored('It manages datasets and carries no trace data.'),
  },
  { path: /\/api\/public\//, route: ignored('This part of the API carries no trace data.') },
];

/** What to do with a request by its method and path; without them, its body has to tell. */
export function routeRequest(method: string | null | undefined, path: string | null | undefined): Route {
  const verb = method?.toUpperCase() ?? '';
  const bare = path?.split(/[?#]/, 1)[0]?.replace(/\/+$/, '') ?? '';
  const rule = RULES.find(
    (candidate) => (candidate.method?.test(verb) ?? true) && (candidate.path?.test(bare) ?? true),
  );
  return rule?.route ?? { kind: 'trace-data' };
}
