import { randomBytes } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { VIEW_FIELDS } from '@oriel/core';
import type { Filter, Patch, StoreScope, View } from '@oriel/core';
import { httpStore } from '@oriel/stores/http';
import { memoryStore } from '@oriel/stores/memory';
import type { MemoryStore } from '@oriel/stores/memory';
import { signEmbedToken } from './auth/sign-embed-token.ts';
import { createCollector } from './create-collector.ts';
import type { CollectorOptions } from './collector-options.ts';

const VIEWS = Object.keys(VIEW_FIELDS) as View[];
const KEY = { id: 'november', secret: randomBytes(32).toString('base64') };
const SCOPE: StoreScope = { traces: { field: 'userId', op: '=', value: 'ada' } };

let store: MemoryStore;
beforeEach(() => {
  store = memoryStore();
});

/** The store as the holder of a masked token sees it. */
function open(options: Partial<CollectorOptions> = {}) {
  const collector = createCollector({ store, embed: { keys: [KEY] }, ...options });
  const token = () => signEmbedToken({ key: KEY, holder: 'ada', scope: SCOPE, masked: true });
  return httpStore({ url: 'http://collector.test', token, fetch: collector });
}

const codeOf = (error: unknown) => (error as { readonly code?: string }).code ?? 'broken';

describe('a masked token', () => {
  const HUSH = 'card 4111 1111 1111 1111 of hush';
  const masking = { mask: (text: string) => text.replaceAll(/hush/g, '***') };
  const SCORE = { kind: 'score', id: 's', at: 5, name: 'helpful', value: 1, traceId: 'mine' } as const;
  const PATCHES: readonly Patch[] = [
    {
      kind: 'trace',
      id: 'mine',
      at: 1,
      userId: 'ada',
      name: 'turn',
      timestamp: 1,
      input: HUSH,
      output: { answer: HUSH },
      metadata: { note: HUSH, deep: [{ note: HUSH }] },
    },
    {
      kind: 'observation',
      id: 'o',
      traceId: 'mine',
      at: 1,
      startTime: 1,
      endTime: 3,
      name: 'call',
      statusMessage: HUSH,
      input: [{ content: HUSH }],
      output: HUSH,
      modelParameters: { user: HUSH },
      tools: [{ name: 'send', description: HUSH, parameters: { default: HUSH } }],
      provenance: { rawUsage: { note: HUSH } },
      metadata: { note: HUSH },
    },
    { ...SCORE, comment: HUSH, metadata: { note: HUSH } },
    { ...SCORE, id: 'text', name: 'correction', value: HUSH, dataType: 'CORRECTION' },
  ];
  const masked = () => open({ reading: { masking } });
  const LISTS = {
    traces: 'listTraces',
    observations: 'listObservations',
    sessions: 'listSessions',
    users: 'listUsers',
    scores: 'listScores',
  } as const satisfies Record<View, string>;

  beforeEach(() => store.traces.write(PATCHES));

  it('reads everything masked, wherever a text stands', async () => {
    const { traces } = await masked();
    const told = [
      await traces.readTrace('mine'),
      await traces.readPayloads({ traceId: 'mine', observationIds: ['o'] }),
      ...(await Promise.all(VIEWS.map((view) => traces[LISTS[view]]()))),
    ];
    expect(JSON.stringify(told)).not.toContain('hush');
    expect(told[1]).toMatchObject({ trace: { input: expect.stringContaining('***') as string } });
    expect(JSON.stringify(await store.traces.readPayloads({ traceId: 'mine' }))).toContain('hush');
  });

  it('hides what the rules find unless the host says otherwise', async () => {
    const { traces } = await open();
    expect((await traces.readPayloads({ traceId: 'mine' })).trace?.input).toBe('card <card> of hush');
  });

  // What a field holds must not be found out by asking for parts of it.
  const fields = VIEWS.flatMap((view) =>
    [...Object.keys(VIEW_FIELDS[view]), 'metadata.note', 'scores.correction'].map(
      (field) => [view, field] as const,
    ),
  );
  it.each(fields)('learns nothing hidden of %s by %s', async (view, field) => {
    const { traces } = await masked();
    const list = (filter: Filter) =>
      traces[LISTS[view]]({ filter }).then(({ items }) => items.length, codeOf);
    for (const op of ['contains', 'starts-with', 'ends-with', 'not-contains', '<', '>='] as const) {
      const [right, wrong] = [
        await list({ field, op, value: 'hush' }),
        await list({ field, op, value: 'husk' }),
      ];
      const [begun, other] = [
        await list({ field, op, value: 'card 4' }),
        await list({ field, op, value: 'card 5' }),
      ];
      expect({ op, right, begun }).toEqual({ op, right: wrong, begun: other });
    }
    const measures = [{ aggregate: 'count' }] as const;
    const told = await Promise.all([
      traces.facets({ view, fields: [field] }).catch(codeOf),
      traces.aggregate({ view, measures, dimensions: [field] }).catch(codeOf),
      ...(['asc', 'desc'] as const).map((direction) =>
        traces[LISTS[view]]({ order: { field, direction }, limit: 1 }).catch(codeOf),
      ),
    ]);
    expect(decodeURIComponent(JSON.stringify(told))).not.toContain('hush');
  });

  it('searches names and ids, and finds nothing in payloads', async () => {
    const { traces } = await masked();
    const found = async (filter: Filter) => (await traces.listTraces({ filter })).items.length;
    expect(await found({ search: 'turn' })).toBe(1);
    expect(await found({ search: 'hush' })).toBe(0);
    expect(await found({ not: { search: 'hush', in: ['payloads', 'metadata'] } })).toBe(1);
    expect(await traces.resolveTraceId('mine', { traces: { search: 'hush' } })).toBeNull();
  });

  it('gets no media, which nobody can mask', async () => {
    expect((await masked()).media).toBeUndefined();
  });
});
