/**
 * Who may import whom. A line reads "the first may import the others"; what is not written here is forbidden.
 * Tests and stories may also import what they test with.
 */

/** Packages, by name. Folders of a package may narrow this further, never widen it. */
export const PACKAGES: Record<string, readonly string[]> = {
  core: [],
  ingest: ['@oriel/core', '@oriel/core/pricing', '@oriel/core/protocol', '@oriel/core/transfer'],
  // Of ingest only what reads another server's answers: foreign names stop there.
  stores: ['@oriel/core', '@oriel/core/protocol', '@oriel/ingest/langfuse-reads', 'eventsource-parser'],
  react: [
    '@dagrejs/dagre',
    '@oriel/core',
    '@oriel/core/pricing',
    '@tanstack/react-query',
    '@tanstack/react-table',
    '@tanstack/react-virtual',
    '@visx/grid',
    '@visx/group',
    '@visx/scale',
    '@visx/shape',
    '@xyflow/react',
    'marked',
    'radix-ui',
    'react',
    'react-dom',
    'react-resizable-panels',
  ],
  server: [
    '@hono/node-server',
    '@hono/node-server/serve-static',
    // The command shows what a Langfuse server has.
    '@langfuse/client',
    '@oriel/core',
    '@oriel/core/pricing',
    '@oriel/core/protocol',
    '@oriel/core/transfer',
    '@oriel/ingest',
    '@oriel/ingest/worker',
    '@oriel/stores/file',
    '@oriel/stores/http',
    '@oriel/stores/langfuse',
    '@oriel/stores/memory',
    'hono',
    'hono/cors',
    'hono/secure-headers',
    'jose',
  ],
  // The first customer of our own public API: nothing but entries that every host has.
  dashboard: [
    '@oriel/core',
    '@oriel/core/transfer',
    '@oriel/react',
    '@tanstack/react-query',
    'cmdk',
    'radix-ui',
    'react',
  ],
};

/** Folders and files inside a package, from the ones that know nothing to the ones that know most. */
export const FOLDERS: Record<string, Record<string, readonly string[]>> = {
  core: {
    model: [],
    merge: ['model'],
    // The error of the contract is a leaf that queries answer with, too.
    // Tokens and costs are the same numbers in a filter as in a panel.
    query: ['model', 'merge', 'store/store-error', 'analysis/usage/summarize-usage'],
    // What the panels of a page show together.
    filters: ['model', 'query'],
    // The contract, and the reference store that shows what it means.
    store: ['model', 'merge', 'query'],
    // Of one trace it knows the model alone; of many it asks a store.
    analysis: ['model', 'merge', 'query', 'store', 'filters'],
    // Its own entry: who shows traces does not load prices.
    pricing: ['model', 'merge', 'query', 'store', 'analysis'],
    // Its own entry: whole stores as files. In core, because it knows only the contract and the web platform.
    transfer: ['model', 'merge', 'query', 'store'],
    // Its own entry: the contract as it goes over wires, for those who are on either end of one.
    protocol: ['model', 'query', 'store'],
    // Shipped to outsiders, so they may look at everything.
    testing: ['model', 'merge', 'query', 'store', 'analysis'],
    conformance: ['model', 'merge', 'query', 'store', 'analysis', 'testing'],
  },
  ingest: {
    time: [],
    json: [],
    usage: ['json'],
    transport: ['media'],
    media: ['json', 'patch-fields'],
    masking: ['ingest-error', 'patch-fields'],
    sampling: ['ingest-error'],
    // From a payload to the store: everything a host configures meets here.
    pipeline: [
      'ingest-error',
      'masking',
      'media',
      'parse-payload',
      'parsed-payload',
      'rejected-item',
      'sampling',
    ],
    // What LangGraph leaves in the metadata of its runs, and tools in the shapes of all providers: for every format.
    langgraph: ['json'],
    tools: ['json'],
    langfuse: ['time', 'usage', 'json', 'langgraph', 'tools', 'rejected-item', 'parsed-payload'],
    // What Langfuse's API answers, where its server is read.
    'langfuse-reads': ['langfuse', 'langgraph', 'tools', 'json', 'rejected-item'],
    otlp: ['time', 'usage', 'json', 'langgraph', 'tools', 'rejected-item', 'parsed-payload', 'ingest-error'],
    worker: ['parse-payload', 'ingest-error', 'pipeline'],
    // Recorded traffic of real clients and what we make of it.
    recordings: [
      'index',
      'pipeline',
      'usage',
      'masking',
      'media',
      'json',
      'parse-payload',
      'parsed-payload',
      'rejected-item',
    ],
  },
  stores: {
    columns: [],
    // Where patches are: the truth that columns are made of.
    log: ['columns'],
    tables: ['columns', 'log'],
    records: ['tables', 'log'],
    views: ['columns', 'tables', 'records'],
    aggregate: ['columns', 'views'],
    engine: ['columns', 'tables', 'log', 'records', 'views', 'aggregate'],
    memory: ['columns', 'engine', 'log'],
    // Bytes of durable stores: patches in checked blocks, and columns as they were at a moment.
    segments: ['log'],
    snapshot: ['columns', 'engine', 'log', 'segments'],
    retention: ['engine', 'log'],
    file: ['columns', 'engine', 'log', 'retention', 'segments', 'snapshot'],
    indexeddb: ['engine', 'log', 'retention', 'segments', 'snapshot'],
    // How long to wait for a server that is asked again.
    waiting: [],
    // They know nothing of the others: their stores are on the far side.
    clickhouse: [],
    http: ['waiting'],
    langfuse: ['waiting'],
  },
  react: {
    format: [],
    messages: [],
    state: [],
    styles: [],
    // Questions to a store, with the keys under which answers are kept.
    queries: [],
    provider: ['format', 'messages', 'queries'],
    hooks: ['queries', 'provider', 'messages'],
    // What the panels of a page show together: any panel may obey it.
    filters: ['provider', 'messages', 'format', 'state'],
    icons: ['provider', 'messages'],
    // What opens beside a control, in the top layer.
    popup: ['state'],
    states: ['queries', 'provider', 'messages', 'hooks'],
    // What long lists and drawn views put on paper.
    print: ['provider', 'messages'],
    // Which rows of a long list are mounted.
    'row-window': ['state', 'print'],
    // One kind of tabs.
    tabs: ['radix-ui'],
    payload: ['provider', 'messages', 'icons', 'hooks', 'print'],
    // What every table is made of.
    // Its test needs the stylesheet: what is in sight depends on it.
    'data-grid': [
      'queries',
      'provider',
      'messages',
      'hooks',
      'icons',
      'states',
      'state',
      'print',
      'row-window',
      'styles',
    ],
    // Drawings of plain numbers, for all panels.
    chart: ['provider', 'messages', 'icons'],
    // What the tables of traces and of observations share.
    'record-table': [
      'queries',
      'provider',
      'messages',
      'hooks',
      'icons',
      'states',
      'state',
      'filters',
      'data-grid',
    ],
    'trace-table': ['provider', 'messages', 'icons', 'states', 'state', 'data-grid', 'record-table'],
    'observation-table': ['provider', 'messages', 'icons', 'states', 'state', 'data-grid', 'record-table'],
    // A question drawn: dashboards are made of it.
    'metric-chart': ['queries', 'provider', 'messages', 'filters', 'hooks', 'states', 'chart'],
    'home-cards': ['provider', 'messages', 'filters', 'hooks', 'states', 'state', 'chart', 'metric-chart'],
    'dashboard-grid': ['queries', 'provider', 'messages', 'hooks', 'icons', 'states', 'metric-chart'],
    // What the views of one trace share: selection and playhead.
    'trace-focus': ['state'],
    // Panels never import each other: a host can take one and leave the rest.
    'trace-tree': [
      'provider',
      'print',
      'hooks',
      'icons',
      'messages',
      'states',
      'state',
      'row-window',
      'trace-focus',
    ],
    'trace-list': ['queries', 'provider', 'messages', 'hooks', 'icons', 'states', 'state'],
    'timeline-chart': ['provider', 'print', 'format', 'messages', 'icons', 'states', 'state', 'trace-focus'],
    'observation-detail': [
      'queries',
      'provider',
      'messages',
      'hooks',
      'icons',
      'states',
      'state',
      'payload',
      'tabs',
    ],
    // Price lists, and pricing a range again: for every panel about money.
    prices: ['provider', 'messages', 'hooks'],
    'cost-panel': [
      'queries',
      'provider',
      'messages',
      'hooks',
      'icons',
      'states',
      'state',
      'filters',
      'chart',
      'prices',
    ],
    'model-price-table': ['queries', 'provider', 'messages', 'hooks', 'states', 'filters', 'prices'],
    'release-compare': ['queries', 'provider', 'messages', 'hooks', 'icons', 'states', 'state', 'filters'],
    // Its test needs the stylesheet: what opens would cover what is pressed.
    'filter-bar': [
      'queries',
      'provider',
      'format',
      'messages',
      'hooks',
      'icons',
      'states',
      'state',
      'filters',
      'popup',
      'styles',
    ],
    'facet-list': ['queries', 'provider', 'messages', 'hooks', 'icons', 'states', 'state', 'filters'],
    'saved-views': [
      'queries',
      'provider',
      'messages',
      'hooks',
      'icons',
      'states',
      'state',
      'filters',
      'popup',
    ],
    'insight-list': ['provider', 'messages', 'icons', 'states', 'state', 'trace-focus'],
    'log-view': ['provider', 'messages', 'print', 'icons', 'states', 'state', 'payload', 'trace-focus'],
    // One panel made of others, which each load when they are first looked at.
    'trace-view': [
      'provider',
      'messages',
      'icons',
      'states',
      'state',
      'trace-focus',
      'trace-tree',
      'timeline-chart',
      'agent-graph',
      'log-view',
      'insight-list',
      'observation-detail',
      'tabs',
      'react-resizable-panels',
    ],
    'agent-graph': ['provider', 'messages', 'print', 'hooks', 'icons', 'states', 'state', 'trace-focus'],
    'session-thread': [
      'queries',
      'provider',
      'messages',
      'hooks',
      'icons',
      'states',
      'state',
      'payload',
      'people',
    ],
    // Who users are, and what tables of them and of their sessions ask about the rows in sight.
    people: ['provider', 'messages', 'hooks', 'filters'],
    'session-table': ['provider', 'messages', 'hooks', 'filters', 'states', 'state', 'data-grid', 'people'],
    'user-table': ['provider', 'messages', 'hooks', 'filters', 'states', 'state', 'data-grid', 'people'],
    // One panel made of tables, which each load with the tab that shows them.
    'user-detail': [
      'queries',
      'provider',
      'messages',
      'hooks',
      'filters',
      'states',
      'state',
      'tabs',
      'data-grid',
      'people',
      'session-table',
      'trace-table',
    ],
    'score-form': ['queries', 'provider', 'hooks', 'messages', 'states'],
    'score-table': [
      'queries',
      'provider',
      'messages',
      'hooks',
      'states',
      'state',
      'filters',
      'data-grid',
      'record-table',
    ],
    'score-analytics': ['queries', 'provider', 'messages', 'hooks', 'states', 'state', 'filters', 'chart'],
    comments: ['queries', 'provider', 'messages', 'hooks', 'states', 'payload', 'styles'],
    feedback: ['provider', 'messages', 'hooks', 'icons', 'states'],
    testing: ['provider', 'messages', 'states', 'styles'],
  },
  server: {
    // What is said in HTTP, and to whom.
    http: ['route'],
    auth: [],
    // Changes of a store, told to many.
    live: [],
    // What each sender sees of the store.
    windows: ['auth', 'live'],
    // One file for each topic; what they share is in the files at the root.
    // Langfuse's API in our terms, and back: its names stop here.
    langfuse: ['http', 'route'],
    // Prompts and datasets as versioned documents.
    documents: ['http', 'langfuse', 'route'],
    // Bytes, and addresses that allow to put and get them.
    media: ['http', 'route'],
    routes: ['auth', 'documents', 'http', 'langfuse', 'live', 'media', 'route', 'version'],
    node: ['create-collector'],
    // Between a page and a collector in its worker, which it is handed.
    worker: [],
    // The dashboard's built files, and who may see through them. Its code is a package of its own, in `server/page`.
    page: ['auth', 'collector-options', 'create-collector', 'http'],
    cli: ['auth', 'collector-options', 'create-collector', 'node', 'page', 'version'],
    // Tests alone: published clients against a served collector.
    sdks: ['node', 'testing', 'worker'],
    testing: ['auth', 'create-collector', 'collector-options', 'node', 'worker'],
  },
  dashboard: {
    styles: [],
    messages: ['navigation'],
    // Where the reader is; names of pages are texts, too.
    navigation: ['messages'],
    layout: ['navigation', 'palette'],
    palette: ['navigation', 'layout'],
    'start-page': ['navigation'],
    settings: ['navigation'],
    // A trace that slides over a list steps through that list as its page does.
    peek: ['navigation', 'layout', 'pages'],
    pages: ['navigation', 'layout', 'peek', 'start-page', 'settings'],
  },
};

/** Folders that run in Node alone, each an entry of its own. */
export const NODE_FOLDERS = ['stores/file', 'server/node', 'server/cli', 'server/page'];

/** The simplest of its kind, which tests of any folder of the package may stand on. */
export const TEST_GROUND = ['stores/memory'];

/** What only tests, test kits and conformance suites may import, in any package. */
export const TEST_ONLY = [
  // ClickHouse's own client, and its engine in the process of a test.
  '@clickhouse/client',
  'chdb',
  'vitest',
  'fast-check',
  'axe-core',
  '@testing-library/',
  'react-dom/',
  '@oriel/core/',
  '@oriel/ingest/recordings',
  '@oriel/stores/indexeddb',
  // Real clients, which send real traffic.
  '@ai-sdk/',
  'ai',
  'zod',
  '@langfuse/',
  '@langchain/',
  '@opentelemetry/',
  'langfuse',
  'openai',
  '@oriel/react/styles.css',
];

/** Folders that are test kits: not part of what an app of a user loads. */
export const TEST_FOLDERS = ['testing', 'conformance', 'recordings'];

/** Drawers: names that say nothing, so anything ends up in them. */
export const DRAWERS = ['utils', 'helpers', 'common', 'shared', 'lib', 'types'];

/** Rules broken today, as "file → import", each with the reason and what ends it. Empty is the goal. */
export const DEBT: Record<string, string> = {};
