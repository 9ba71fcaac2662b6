import { cleanup, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { referenceStore } from '@oriel/core';
import type { ObservationPatch, Patch } from '@oriel/core';
import { OrielProvider } from '../provider/oriel-provider.tsx';
import type { Navigation } from '../provider/navigation.ts';
import { describePanel } from '../testing/describe-panel.tsx';
import { withoutAct } from '../testing/without-act.ts';
import { ObservationDetail } from './observation-detail.tsx';

const call: ObservationPatch = {
  kind: 'observation',
  at: 1000,
  id: 'llm',
  traceId: 't',
  type: 'GENERATION',
  name: 'answer',
  startTime: 1000,
  completionStartTime: 1400,
  endTime: 3240,
  model: 'gpt-5',
  modelParameters: { temperature: 0.5 },
  level: 'WARNING',
  statusMessage: 'cut at the token limit',
  usage: { input: 1000, output: 234, total: 1234 },
  cost: { input: 0.01, output: 0.02, total: 0.03 },
  prompt: { name: 'greeting', version: 3 },
  input: [{ role: 'user', content: 'Hello there' }],
  output: { greeting: 'Hi', again: false },
  metadata: { region: 'eu' },
};
const patches: Patch[] = [
  call,
  {
    kind: 'trace',
    at: 1,
    id: 't',
    isRecord: true,
    timestamp: 1000,
    name: 'greeting',
    userId: 'ada',
    tags: ['vip'],
    input: 'in',
    output: 'out',
  },
  {
    kind: 'score',
    at: 1,
    id: 's1',
    traceId: 't',
    observationId: 'llm',
    name: 'tone',
    value: 0.9,
    dataType: 'NUMERIC',
    source: 'EVAL',
    timestamp: 1,
  },
  {
    kind: 'score',
    at: 1,
    id: 's2',
    traceId: 't',
    name: 'helpful',
    value: 1,
    dataType: 'BOOLEAN',
    source: 'ANNOTATION',
    timestamp: 1,
    comment: 'Kind.',
  },
];

describePanel('ObservationDetail', {
  draw: (props) => <ObservationDetail traceId="t" observationId="llm" {...props} />,
  patches,
  read: 'readTrace',
  ready: /Hello there/,
  empty: /Trace not found/,
  focusable: () => document.querySelector('.oriel-observation-detail button'),
});

const panel = () => screen.getByTestId('panel');
const textOf = () => panel().innerText;

async function setup(observationId: string | null, more: readonly Patch[] = [], navigation: Navigation = {}) {
  const store = referenceStore();
  await store.traces.write([...patches, ...more]);
  render(
    <OrielProvider store={store} timeZone="UTC" navigation={navigation}>
      <ObservationDetail traceId="t" observationId={observationId} data-testid="panel" />
    </OrielProvider>,
  );
}

describe('the detail of an observation', () => {
  withoutAct();
  afterEach(cleanup);

  it('shows figures, status, usage, score and where the prompt is', async () => {
    await setup('llm', [], {
      promptHref: (name, version) => `/prompts/${name}/${version}`,
    });
    await screen.findByText('Hello there');

    expect(textOf()).toContain('2.24s');
    expect(textOf()).toContain('400ms');
    expect(textOf()).toContain('cut at the token limit');
    expect(textOf()).toContain('$0.03');
    expect(textOf()).toMatch(/tone\s+0\.9/);
    expect(textOf()).not.toContain('helpful');
    expect(screen.getByText('greeting · v3').closest('a')?.getAttribute('href')).toBe('/prompts/greeting/3');
    const usage = screen.getByRole('table', { name: 'Usage and cost' });
    expect(within(usage).getByRole('row', { name: /^input/ }).textContent).toBe('input1,000$10.00$0.01');
    const totals = within(usage).getAllByRole('row').at(-1)?.textContent;
    expect(totals).toBe('Total1,234–$0.03');
  });

  it('says how tokens were counted, what was sent and what the price list does not know', async () => {
    await setup('agent', [
      {
        ...call,
        id: 'agent',
        cost: {},
        usage: {},
        provenance: {
          convention: 'gen-ai',
          usageRule: 'aggregate',
          rawUsage: { 'gen_ai.usage.input_tokens': 7 },
        },
      },
      {
        ...call,
        id: 'odd',
        cost: {},
        provenance: { usageRule: 'as-sent', usageWarning: 'parts-exceed-total' },
      },
    ]);
    await screen.findByText('gen-ai');
    expect(textOf()).toContain('repeat those of the calls below');
    await userEvent.click(screen.getByText('Counts as sent'));
    expect(textOf()).toContain('gen_ai.usage.input_tokens');

    cleanup();
    await setup('odd', [
      { ...call, id: 'odd', cost: {}, provenance: { usageWarning: 'parts-exceed-total' } },
    ]);
    await screen.findByText(/No price list knows this model/);
    expect(textOf()).toContain('doubtful: parts exceed total');
    expect(textOf()).toContain('Unpriced');
  });

  it('shows the tools offered, the graph node, and a pause as a pause', async () => {
    await setup('llm', [
      {
        ...call,
        level: 'DEFAULT',
        isInterrupted: true,
        at: 2000,
        input: {
          messages: [{ role: 'user', content: 'Pay it, please.' }],
          tools: [{ type: 'function', function: { name: 'pay', description: 'Pays a bill.' } }],
        },
        tools: [{ name: 'pay', description: 'Pays a bill.', parameters: null }],
        graph: { node: 'approve', step: 2, namespace: null, triggers: [] },
      },
    ]);
    await screen.findByText('Pay it, please.');

    expect(screen.getAllByText(/Pays a bill/)).toHaveLength(1);
    expect(textOf()).toContain('Paused');
    expect(textOf()).toContain('approve · step 2');
    expect(textOf()).not.toContain('Error');
  });

  it('says of a sampled trace what share of such traces is kept', async () => {
    await setup(null, [{ kind: 'trace', id: 't', at: 1, sampleRate: 0.1 }]);

    expect(await screen.findByText('10% of such traces are kept')).toBeTruthy();
  });

  it('shows the trace itself when nothing is selected', async () => {
    await setup(null);
    await screen.findByText('in');

    expect(textOf()).toContain('ada');
    expect(textOf()).toContain('vip');
    expect(textOf()).toMatch(/helpful\s+Yes/);
    expect(textOf()).toContain('Kind.');
  });

  it('shows a payload as it is when asked, and folds its parts', async () => {
    await setup('llm');
    await userEvent.click(await screen.findByRole('button', { name: 'JSON' }));

    expect(screen.getByText('role')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: /0.*2 keys/ }));
    expect(screen.queryByText('role')).toBeNull();
  });

  it('shows the tools that a model asked for', async () => {
    const output = {
      role: 'assistant',
      tool_calls: [{ id: 'c1', function: { name: 'find_book', arguments: '{"title":"Emma"}' } }],
    };
    await setup('asks', [{ ...call, id: 'asks', output }]);
    await screen.findByText('find_book');

    expect(textOf()).toMatch(/title\s*Emma/);
  });

  it('shows an answer that is JSON as its structure', async () => {
    const output = { role: 'assistant', content: '{"verdict":"safe","reasons":["no links"]}' };
    await setup('structured', [{ ...call, id: 'structured', output }]);
    await screen.findByText('verdict');

    expect(textOf()).toMatch(/verdict\s*safe/);
    expect(textOf()).not.toContain('{"verdict"');
  });

  it('says where nothing was captured', async () => {
    await setup('bare', [{ kind: 'observation', at: 1, id: 'bare', traceId: 't', startTime: 1 }]);

    expect(await screen.findAllByText('Nothing was captured here.')).toHaveLength(2);
  });

  it('says when the trace has no such observation', async () => {
    await setup('gone');

    expect(await screen.findByText('Observation not found')).toBeTruthy();
  });

  it('shows five million characters a piece at a time', async () => {
    await setup('big', [{ ...call, id: 'big', input: 'x'.repeat(5_000_000) }]);
    const more = await screen.findByRole('button', { name: /Show more.*4,996,000/ });
    expect(panel().textContent.length).toBeLessThan(10_000);

    await userEvent.click(more);
    expect(panel().textContent.length).toBeLessThan(40_000);
    expect(screen.getByRole('button', { name: /Show more.*4,976,000/ })).toBeTruthy();
  });

  it('shows a long list a piece at a time', async () => {
    const output = Array.from({ length: 50_000 }, (_, place) => ({ place }));
    await setup('long', [{ ...call, id: 'long', output }]);
    await screen.findByRole('tree');

    expect(panel().querySelectorAll('*').length).toBeLessThan(1000);
  });

  it('shows a tool call with its result beneath it, and reasoning folded', async () => {
    const input = [
      { role: 'user', content: 'Is it late?' },
      {
        role: 'assistant',
        content: [
          { type: 'thinking', thinking: 'I had better look.' },
          { type: 'tool_use', id: 'c1', name: 'track', input: { order: 4711 } },
        ],
      },
      { role: 'user', content: [{ type: 'tool_result', tool_use_id: 'c1', content: 'due tomorrow' }] },
    ];
    await setup('tools', [{ ...call, id: 'tools', input }]);
    const name = await screen.findByText('track');

    expect(name.closest('.oriel-chat-tool-call')?.textContent).toContain('due tomorrow');
    expect(document.querySelectorAll('.oriel-chat-message')).toHaveLength(2);
    expect(screen.getByText('I had better look.').closest('details')?.open).toBe(false);
    await userEvent.click(screen.getByText('Reasoning'));
    expect(screen.getByText('I had better look.').closest('details')?.open).toBe(true);
  });

  it('shows stored and inline images, and takes their addresses back', async () => {
    const store = referenceStore();
    const png = Uint8Array.from(atob(PNG), (character) => character.charCodeAt(0));
    const { id } = await store.media.write({ contentType: 'image/png', bytes: png });
    const content = [
      {
        type: 'image_url',
        image_url: { url: `@@@langfuseMedia:type=image/png|id=${id}|source=bytes@@@` },
      },
      { type: 'image', source: { type: 'base64', media_type: 'image/png', data: PNG } },
      { type: 'image_url', image_url: { url: 'https://elsewhere.example/pixel.png' } },
      { type: 'file', file: { filename: 'page.html', file_data: 'data:text/html;base64,PGI+' } },
    ];
    await store.traces.write([...patches, { ...call, id: 'seen', input: [{ role: 'user', content }] }]);
    const { unmount } = render(
      <OrielProvider store={store} timeZone="UTC">
        <ObservationDetail traceId="t" observationId="seen" data-testid="panel" />
      </OrielProvider>,
    );

    await waitFor(() => expect(panel().querySelectorAll('img')).toHaveLength(2));
    const urls = [...panel().querySelectorAll('img')].map(({ src }) => src);
    expect(urls.every((url) => url.startsWith('blob:'))).toBe(true);
    expect(textOf()).toContain('https://elsewhere.example/pixel.png');
    expect(screen.queryByRole('button', { name: 'Load' })).toBeNull();

    const page = panel().querySelector<HTMLAnchorElement>('a[download="page.html"]');
    const bytes = await (await fetch(page?.href ?? '')).blob();
    expect(bytes.type).toBe('application/octet-stream');

    unmount();
    await expect(fetch(urls[0] ?? '')).rejects.toThrow('Failed to fetch');
  });

  it('opens a PDF in place on demand, and offers files for saving', async () => {
    const pdf = btoa('%PDF-1.4');
    const content = [
      { type: 'file', file: { filename: 'bill.pdf', file_data: `data:application/pdf;base64,${pdf}` } },
      { type: 'file', file: { filename: 'rows.csv', file_data: 'data:text/csv;base64,YSxi' } },
    ];
    await setup('files', [{ ...call, id: 'files', input: [{ role: 'user', content }] }]);
    const show = await screen.findByRole('button', { name: 'Show' });
    expect(document.querySelector('object')).toBeNull();

    show.focus();
    await userEvent.keyboard('{Enter}');
    const shown = document.querySelector('object');
    expect(shown?.type).toBe('application/pdf');
    expect(shown?.getAttribute('aria-label')).toBe('bill.pdf');
    expect(await (await fetch(shown?.data ?? '')).text()).toBe('%PDF-1.4');
    expect(panel().querySelector('a[download="bill.pdf"]')).toBeTruthy();
    expect(panel().querySelector('a[download="rows.csv"]')).toBeTruthy();
    await userEvent.keyboard('{Enter}');
    expect(document.querySelector('object')).toBeNull();
  });

  it('loads from elsewhere what the host lets the reader ask for, once they do', async () => {
    const store = referenceStore();
    const urls = ['https://ask.example/a.png', 'https://never.example/b.png'];
    const content = urls.map((url) => ({ type: 'image_url', image_url: { url } }));
    await store.traces.write([...patches, { ...call, id: 'far', input: [{ role: 'user', content }] }]);
    render(
      <OrielProvider store={store} timeZone="UTC">
        <ObservationDetail
          traceId="t"
          observationId="far"
          data-testid="panel"
          allowRemote={({ hostname }) => (hostname === 'ask.example' ? 'ask' : false)}
        />
      </OrielProvider>,
    );
    const load = await screen.findByRole('button', { name: 'Load' });
    expect(panel().querySelector('img')).toBeNull();
    expect(textOf()).toContain('https://never.example/b.png');

    load.focus();
    await userEvent.keyboard('{Enter}');
    const images = [...panel().querySelectorAll('img')];
    expect(images.map(({ src, referrerPolicy }) => [src, referrerPolicy])).toEqual([
      ['https://ask.example/a.png', 'no-referrer'],
    ]);
    // What is not ours is not handed out as a file.
    expect(panel().querySelector('a[download]')).toBeNull();
  });

  it('opens the JSON of everything, searches it by keyboard and keeps numbers as they were written', async () => {
    const output = '{"order":12345678901234567890,"list":[{"town":"Graz"},{"town":"Wien"},{"town":"graz"}]}';
    await setup('exact', [{ ...call, id: 'exact', output }]);
    (await screen.findByRole('tab', { name: 'Formatted' })).focus();
    await userEvent.keyboard('{ArrowRight}');

    const tree = await screen.findByRole('tree');
    expect(await within(tree).findByText('12345678901234567890')).toBeTruthy();
    await userEvent.click(screen.getByRole('searchbox'));
    await userEvent.keyboard('graz');
    expect(await screen.findByText('1 of 2')).toBeTruthy();
    await userEvent.keyboard('{Enter}');
    expect(await screen.findByText('2 of 2')).toBeTruthy();
    const active = () => within(tree).getByRole('treeitem', { selected: true });
    await waitFor(() => expect(active().textContent).toContain('town'));

    tree.focus();
    await userEvent.keyboard('{ArrowLeft}');
    expect(active().getAttribute('aria-expanded')).toBe('true');
    await userEvent.keyboard('{ArrowLeft}');
    expect(active().getAttribute('aria-expanded')).toBe('false');
  });

  it('shows a million values with few elements', async () => {
    const output = Array.from({ length: 250_000 }, (_, place) => ({
      place,
      even: place % 2 === 0,
      tags: [],
    }));
    await setup('million', [{ ...call, id: 'million', output }]);
    await userEvent.click(await screen.findByRole('tab', { name: 'JSON' }));
    const tree = await screen.findByRole('tree');
    tree.focus();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowRight}{End}');

    expect(panel().querySelectorAll('*').length).toBeLessThan(1000);
    expect(tree.textContent).toContain('metadata');
  });

  it('says what a reader should know before believing what is shown', async () => {
    await setup('open', [
      { ...call, id: 'open', endTime: null, output: 'Write to <email>' },
      { kind: 'trace', id: 't', at: 1, sampleRate: 0.25 },
    ]);
    await screen.findByText(/Write to/);

    expect(textOf()).toContain('has not ended');
    expect(textOf()).toContain('Parts were hidden');
    expect(textOf()).toContain('25% of such traces are kept');
  });

  it('shows corrections as the expected output, and scores of any type', async () => {
    const score = { kind: 'score', at: 1, traceId: 't', observationId: 'llm', timestamp: 1 } as const;
    await setup('llm', [
      { ...score, id: 'c', name: 'output', value: 'Good day', dataType: 'CORRECTION', source: 'ANNOTATION' },
      { ...score, id: 'k', name: 'kind', value: 'polite', dataType: 'CATEGORICAL', source: 'API' },
      { ...score, id: 'b', name: 'safe', value: 0, dataType: 'BOOLEAN', source: 'EVAL', comment: 'Why not?' },
      {
        ...score,
        id: 'a',
        name: 'fit',
        value: 3,
        dataType: 'NUMERIC',
        source: 'ANNOTATION',
        authorId: 'ada',
      },
      { ...score, id: 'n', name: 'note', value: 'Terse.', dataType: 'TEXT', source: 'ANNOTATION' },
    ]);
    await screen.findByText('Good day');

    expect(screen.getByText('Expected output')).toBeTruthy();
    expect(textOf()).toMatch(/kind\s+polite/);
    expect(textOf()).toMatch(/safe\s+No[\s\S]*Why not\?/);
    expect(textOf()).toMatch(/note\s+Terse\./);
    expect(textOf()).toMatch(/fit\s+3\s+Annotation · ada · /);
  });

  it("draws a host's tab and sections, and keeps sections folded from node to node", async () => {
    const store = referenceStore();
    await store.traces.write([...patches, { ...call, id: 'other', input: 'Elsewhere' }]);
    const shown = (observationId: string) => (
      <OrielProvider store={store}>
        <ObservationDetail
          traceId="t"
          observationId={observationId}
          data-testid="panel"
          tabs={[{ id: 'mine', title: 'Mine', render: ({ node }) => <p>About {node.observation?.id}</p> }]}
          renderSection={({ section, content }) => (section === 'usage' ? <p>No money here</p> : content)}
        />
      </OrielProvider>
    );
    const { rerender } = render(shown('llm'));
    await screen.findByText('No money here');
    await userEvent.click(await screen.findByRole('button', { name: 'Input' }));
    expect(screen.queryByText('Hello there')).toBeNull();

    rerender(shown('other'));
    await waitFor(() => expect(screen.getByRole('button', { name: 'Input' })).toBeTruthy());
    expect(screen.queryByText('Elsewhere')).toBeNull();
    await userEvent.click(screen.getByRole('tab', { name: 'Mine' }));
    expect(screen.getByText('About other')).toBeTruthy();
  });

  it('finds metadata, and copies where it is', async () => {
    const metadata = Object.fromEntries(
      Array.from({ length: 20 }, (_, place) => [`key${place}`, { deep: place }]),
    );
    await setup('meta', [{ ...call, id: 'meta', metadata }]);
    await userEvent.click(await screen.findByRole('searchbox', { name: 'Find in metadata' }));
    await userEvent.keyboard('key13');

    expect(screen.getByText('key13.deep')).toBeTruthy();
    expect(screen.queryByText('key12.deep')).toBeNull();
    expect(screen.getByRole('button', { name: 'Copy: Path key13.deep' })).toBeTruthy();
  });

  it('draws markdown, or the text as it was sent', async () => {
    await setup('md', [{ ...call, id: 'md', output: { role: 'assistant', content: 'So **bold**' } }]);
    expect((await screen.findByText('bold', {}, { timeout: 10_000 })).tagName).toBe('STRONG');

    await userEvent.click(screen.getByRole('button', { name: 'Markdown' }));
    expect(screen.getByText('So **bold**')).toBeTruthy();
  });
});

/** One transparent pixel. */
const PNG =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';
