import { cleanup, render, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { Observation } from '@oriel/core';
import { drawTrace, generateTrace, traceStructure } from '@oriel/core/testing';
import { describePanel } from '../testing/describe-panel.tsx';
import { withoutAct } from '../testing/without-act.ts';
import { createPlayhead } from '../trace-focus/playhead.ts';
import { TraceFocus } from '../trace-focus/trace-focus.tsx';
import { AgentGraph } from './agent-graph.tsx';
import { AgentGraphView } from './agent-graph-view.tsx';
import type { AgentGraphViewProps } from './agent-graph-view.tsx';

const loop = drawTrace(`
  agent  |==========
    llm  |==
    tool |  ==
    llm  |    ==
    tool |      ==
    llm  |        ==
`);

/** A worker has to start. */
const PATIENCE = { timeout: 20_000 };

const application = () => screen.queryByRole('application');

describePanel('AgentGraph', {
  draw: (props) => <AgentGraph traceId="trace-1" {...props} />,
  patches: loop,
  read: 'readTrace',
  ready: /^llm; Generation/,
  empty: /Trace not found/,
  focusable: application,
});

withoutAct();
afterEach(cleanup);

function structure(drawing: readonly Parameters<typeof traceStructure>[0][number][] = loop) {
  return traceStructure([...drawing]).observations;
}

async function show(observations: readonly Observation[], props: Partial<AgentGraphViewProps> = {}) {
  render(
    <div style={{ blockSize: 480, inlineSize: 900 }}>
      <AgentGraphView observations={observations} {...props} />
    </div>,
  );
  return screen.findByRole('application', {}, PATIENCE);
}

function card(name: string): HTMLElement {
  const found = [...document.querySelectorAll<HTMLElement>('.oriel-agent-graph-node')].find(({ title }) =>
    title.startsWith(name),
  );
  if (!found) throw new Error(`There is no node ${name}.`);
  return found;
}

it('picks by pointer, and goes on to the next call when picked again', async () => {
  const onSelect = vi.fn<(id: string | null) => void>();
  await show(structure(), { onSelect });
  await waitFor(() => card('llm'));

  for (const id of ['trace-1/2', 'trace-1/4', 'trace-1/6', 'trace-1/2']) {
    await userEvent.click(card('llm'));
    expect(onSelect).toHaveBeenLastCalledWith(id);
  }
  expect(card('llm').textContent).toContain('1 of 3');
});

it('walks along the edges by keys and says where it is', async () => {
  const canvas = await show(structure());
  canvas.focus();
  await userEvent.keyboard('{Home}{ArrowDown}{ArrowDown}');

  const said = document.querySelector('.oriel-agent-graph output');
  await waitFor(() =>
    expect(said?.textContent).toMatch(/^llm; Generation; 3 calls;.*leads to tool \(2 times\), End/),
  );
  expect(card('llm').dataset['active']).toBe('');
});

it('shows which node something selected elsewhere belongs to', async () => {
  render(
    <TraceFocus defaultSelectedId="trace-1/5">
      <div style={{ blockSize: 480 }}>
        <AgentGraphView observations={structure()} />
      </div>
    </TraceFocus>,
  );
  await waitFor(() => expect(card('tool').dataset['selected']).toBe(''));
  expect(card('tool').textContent).toContain('2 of 2');
});

it('lights up what runs where the playhead stands, without rendering', async () => {
  const playhead = createPlayhead();
  await show(structure(), { playhead });
  await waitFor(() => card('tool'));
  const running = () =>
    [...document.querySelectorAll<HTMLElement>('[data-running]')].map(({ title }) => title.split('\n')[0]);

  playhead.move(250);
  expect(new Set(running())).toEqual(new Set(['agent', 'tool']));
  playhead.move(null);
  expect(running()).toEqual([]);
});

it('says that there are too many calls for one picture, and offers another', async () => {
  const observations = structure(generateTrace({ seed: 2, observations: 4_000 }));
  render(<AgentGraphView observations={observations} defaultMode="as-it-ran" />);

  expect(
    await screen.findByText(/would have .* nodes, one for each call; it is drawn up to 2,500/, {}, PATIENCE),
  ).toBeTruthy();
  screen.getByRole('button', { name: 'Show aggregated' }).focus();
  await userEvent.keyboard('{Enter}');
  expect(await screen.findByRole('application', {}, PATIENCE)).toBeTruthy();
});

it('keeps the picture of a large trace while more of it arrives, and then shows that', async () => {
  const observations = structure(generateTrace({ seed: 2, observations: 3_000 }));
  const { rerender } = render(<AgentGraphView observations={observations.slice(0, 2_000)} />);
  await screen.findByRole('application', {}, PATIENCE);
  const sentences = () => screen.getByRole('list', { name: 'Agent graph' }).textContent;
  const before = sentences();

  rerender(<AgentGraphView observations={observations} />);
  expect(application()).not.toBeNull();
  expect(sentences()).toBe(before);
  await waitFor(() => expect(sentences()).not.toBe(before), PATIENCE);
});

it('draws a large graph from afar with few elements', async () => {
  const observations = structure(generateTrace({ seed: 2, observations: 1_500 }));
  const canvas = await show(observations, { defaultMode: 'as-it-ran' });
  canvas.focus();
  await userEvent.keyboard('0');

  await waitFor(() => expect(document.querySelector('[data-detail="far"]')).not.toBeNull());
  expect(document.querySelectorAll('.oriel-agent-graph *').length).toBeLessThan(1_000);
});

it('has the end that a run has not come to behind its steps', async () => {
  await show(
    structure(
      drawTrace(`
    plan   |===
    write  |   ==>
  `),
    ),
  );
  await waitFor(() => card('write'));
  const topOf = (element: Element | null) => element?.getBoundingClientRect().top ?? 0;
  expect(topOf(document.querySelector('[data-kind=end]'))).toBeGreaterThan(topOf(card('write')));
});

it('lays what was only declared under what ran', async () => {
  await show(structure(), {
    declaredGraph: { nodes: ['agent', 'escalate'], edges: [{ source: 'tool', target: 'escalate' }] },
  });
  await waitFor(() => expect(card('escalate').dataset['untaken']).toBe(''));
  expect(card('llm').dataset['untaken']).toBeUndefined();
});
