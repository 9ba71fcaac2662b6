import { cleanup, render, screen, within } from '@testing-library/react';
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
    const totals = within(screen.getByRole('table')).getAllByRole('row').at(-1)?.textContent;
    expect(totals).toBe('Total1,234$0.03');
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
        tools: [{ name: 'pay', description: 'Pays a bill.', parameters: null }],
        graph: { node: 'approve', step: 2, namespace: null, triggers: [] },
      },
    ]);
    await screen.findByText(/Pays a bill/);

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
    await screen.findByRole('button', { name: 'Show more' });

    expect(panel().querySelectorAll('.oriel-json-line').length).toBeLessThan(300);
  });
});
