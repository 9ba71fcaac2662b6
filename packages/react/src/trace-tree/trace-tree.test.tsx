import { cleanup, render, screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { referenceStore } from '@oriel/core';
import type { ObservationPatch, TraceStructure, TraceTreeNodeId } from '@oriel/core';
import { drawTrace, generateTrace, traceStructure } from '@oriel/core/testing';
import { OrielProvider } from '../provider/oriel-provider.tsx';
import { describePanel } from '../testing/describe-panel.tsx';
import { withoutAct } from '../testing/without-act.ts';
import { createPlayhead } from '../trace-focus/playhead.ts';
import { TraceFocus } from '../trace-focus/trace-focus.tsx';
import { TraceTree } from './trace-tree.tsx';
import type { TraceTreeCell, TraceTreeNode } from './trace-tree-cell.ts';
import { traceTreeColumns } from './trace-tree-columns.tsx';
import { TraceTreeView } from './trace-tree-view.tsx';
import type { TraceTreeViewProps } from './trace-tree-view.tsx';

const family = drawTrace(`
  agent      |==========
    plan     | ===
      llm    | ==
    tool     |     ===
    write    |        ==
`);
const traceId = family[0]?.traceId ?? '';

describePanel('TraceTree', {
  draw: (props) => <TraceTree traceId={traceId} {...props} />,
  patches: family,
  read: 'readTrace',
  ready: /^agent$/,
  empty: /Trace not found/,
  focusable: () => document.querySelector('[role=tree]'),
});

const idOf = (name: string) => family.find((patch) => patch.name === name)?.id ?? '';
const row = (name: string) => screen.getByRole('treeitem', { name: new RegExp(name) });
const names = () =>
  screen.getAllByRole('treeitem').map((item) => item.querySelector('.oriel-trace-tree-name')?.textContent);

async function focusTree() {
  await screen.findAllByRole('treeitem');
  screen.getByRole('tree').focus();
}

function setup(props: Partial<TraceTreeViewProps> = {}, structure = traceStructure(family)) {
  const onSelect = vi.fn<(nodeId: TraceTreeNodeId) => void>();
  const view = render(<Sized structure={structure} onSelect={onSelect} {...props} />);
  return { ...view, onSelect };
}

describe('a trace tree', () => {
  withoutAct();
  afterEach(cleanup);

  it('walks, folds and unfolds by arrow keys', async () => {
    const { onSelect } = setup();
    await focusTree();

    await userEvent.keyboard('{ArrowDown}{ArrowDown}');
    expect(onSelect).toHaveBeenLastCalledWith(idOf('plan'));
    await userEvent.keyboard('{ArrowRight}');
    expect(onSelect).toHaveBeenLastCalledWith(idOf('llm'));
    await userEvent.keyboard('{ArrowLeft}');
    expect(onSelect).toHaveBeenLastCalledWith(idOf('plan'));
    await userEvent.keyboard('{ArrowLeft}');
    await waitFor(() => expect(names()).toEqual(['agent', 'plan', 'tool', 'write']));
    await userEvent.keyboard('{ArrowRight}');
    await waitFor(() => expect(names()).toHaveLength(5));
    await userEvent.keyboard('{End}');
    expect(onSelect).toHaveBeenLastCalledWith(idOf('write'));
    await userEvent.keyboard('{Home}');
    expect(onSelect).toHaveBeenLastCalledWith(idOf('agent'));
  });

  it('jumps to a name that is typed, and opens all siblings by *', async () => {
    const { onSelect } = setup({ defaultCollapsedIds: new Set([idOf('plan')]) });
    await focusTree();

    await userEvent.keyboard('to');
    expect(onSelect).toHaveBeenLastCalledWith(idOf('tool'));
    expect(names()).not.toContain('llm');
    await userEvent.keyboard('*');
    await waitFor(() => expect(names()).toContain('llm'));
  });

  it('turns left and right around where reading goes right to left', async () => {
    setup({ dir: 'rtl', defaultSelectedId: idOf('plan') });
    await focusTree();

    await userEvent.keyboard('{ArrowRight}');
    await waitFor(() => expect(row('plan').getAttribute('aria-expanded')).toBe('false'));
    await userEvent.keyboard('{ArrowLeft}');
    await waitFor(() => expect(row('plan').getAttribute('aria-expanded')).toBe('true'));
  });

  it('selects by click, and folds by a click on the arrow without selecting', async () => {
    const { onSelect } = setup();
    await screen.findAllByRole('treeitem');

    await userEvent.click(screen.getByText('tool'));
    expect(onSelect.mock.calls).toEqual([[idOf('tool')]]);
    expect(row('tool').getAttribute('aria-selected')).toBe('true');
    await userEvent.click(row('plan').querySelector('[data-toggle]') as Element);
    await waitFor(() => expect(names()).not.toContain('llm'));
    expect(onSelect).toHaveBeenCalledTimes(1);
  });

  it('folds and opens everything by its buttons', async () => {
    setup();
    await screen.findAllByRole('treeitem');

    await userEvent.click(screen.getByRole('button', { name: 'Collapse all' }));
    await waitFor(() => expect(names()).toEqual(['agent']));
    await userEvent.click(screen.getByRole('button', { name: 'Expand all' }));
    await waitFor(() => expect(names()).toHaveLength(5));
  });

  it('opens up to a node that is selected elsewhere', async () => {
    const { rerender } = setup({
      selectedId: null,
      defaultCollapsedIds: new Set([idOf('agent'), idOf('plan')]),
    });
    await waitFor(() => expect(names()).toEqual(['agent']));

    rerender(<Sized structure={traceStructure(family)} selectedId={idOf('llm')} />);
    await waitFor(() => expect(row('llm').getAttribute('aria-selected')).toBe('true'));
  });

  it('leaves folds and selection to a host that holds them', async () => {
    const onCollapsedIdsChange = vi.fn<(nodeIds: ReadonlySet<TraceTreeNodeId>) => void>();
    setup({ selectedId: idOf('plan'), collapsedIds: new Set(), onCollapsedIdsChange });
    await focusTree();

    await userEvent.keyboard('{ArrowLeft}{ArrowDown}');
    expect(onCollapsedIdsChange).toHaveBeenCalledWith(new Set([idOf('plan')]));
    expect(names()).toHaveLength(5);
    expect(row('plan').getAttribute('aria-selected')).toBe('true');
  });

  it('tells level, place and size of each set', async () => {
    setup();
    await screen.findAllByRole('treeitem');

    expect(row('tool').getAttribute('aria-level')).toBe('2');
    expect(row('tool').getAttribute('aria-posinset')).toBe('2');
    expect(row('tool').getAttribute('aria-setsize')).toBe('3');
    expect(row('tool').hasAttribute('aria-expanded')).toBe(false);
  });

  it('says in words what is wrong, running and unnamed', async () => {
    const patches: ObservationPatch[] = [
      {
        ...family[0],
        kind: 'observation',
        id: 'bad',
        traceId,
        at: 1,
        name: 'bad',
        level: 'ERROR',
        startTime: 1,
        endTime: 3,
      },
      { kind: 'observation', id: 'busy', traceId, at: 2, name: '', startTime: 2 },
    ];
    setup({}, traceStructure(patches));

    expect((await screen.findByRole('treeitem', { name: /bad/ })).textContent).toContain('Error');
    expect(screen.getByRole('treeitem', { name: /Unnamed/ }).textContent).toContain('Running');
  });

  it('does not render other rows again when one is selected', async () => {
    const renderLabel = vi.fn<(node: TraceTreeNode) => ReactNode>((node) => <>{node.name}</>);
    setup({ renderLabel, defaultSelectedId: idOf('agent') });
    await focusTree();
    renderLabel.mockClear();

    await userEvent.keyboard('{ArrowDown}');
    await waitFor(() => expect(row('plan').getAttribute('aria-selected')).toBe('true'));
    expect(renderLabel.mock.calls.length).toBeLessThanOrEqual(2);
  });

  it('shows the model of a row where there is room for more than a few of its letters', async () => {
    const [step] = traceStructure(drawTrace('a-rather-long-name-of-a-step |==')).observations;
    const structure = traceStructure(family);
    const observations = step ? [{ ...step, model: 'text-embedding-3-small' }] : [];
    const { container } = render(<Sized structure={{ ...structure, observations }} />);
    await screen.findAllByRole('treeitem');
    const room = container.firstElementChild as HTMLElement;
    const model = container.querySelector('.oriel-trace-tree-model') as HTMLElement;
    const seen: number[] = [];
    for (let width = 360; width <= 760; width += 4) {
      room.style.inlineSize = `${width}px`;
      const { height } = model.getBoundingClientRect();
      const text = (model.firstElementChild as HTMLElement).getBoundingClientRect();
      const isInSight = height > 0 && text.top < model.getBoundingClientRect().top + height - 1;
      seen.push(isInSight ? Math.round(Math.min(text.width, model.getBoundingClientRect().width)) : 0);
    }
    expect(seen.at(-1)).toBeGreaterThan(100);
    expect(seen).toContain(0);
    expect(seen.filter((width) => width > 0 && width < 36)).toEqual([]);
  });

  it('counts what a folded row hides, errors first of all', async () => {
    const drawn = drawTrace(`
      agent    |====
        plan   | ==
          llm  | =      ERROR refused
          tool |  =     WARNING slow
    `);
    setup({}, traceStructure(drawn));
    await focusTree();

    await userEvent.keyboard('{ArrowDown}{ArrowLeft}');
    await waitFor(() => expect(names()).toEqual(['agent']));
    expect(row('agent').textContent).toContain('3 rows hidden');
    expect(row('agent').textContent).toContain('1 error inside');
    expect(row('agent').textContent).toContain('1 warning inside');
  });

  it('sums what is below a row, and colours what takes most of it', async () => {
    const drawn = drawTrace(`
      agent    |====
        llm    | =
        cheap  |  =======
    `).map((patch) =>
      patch.name === 'agent'
        ? patch
        : { ...patch, usage: { input: 100, output: 10 }, cost: { total: patch.name === 'llm' ? 0.9 : 0.1 } },
    );
    setup({}, traceStructure(drawn));
    await screen.findAllByRole('treeitem');

    expect(row('agent').querySelector('[data-column=tokens] [role=img]')?.getAttribute('aria-label')).toBe(
      '200 tokens in, 20 tokens out with everything below',
    );
    expect(row('400ms on its own, 900ms until its last child ended')).toBe(row('agent'));
    const heat = (name: string, column: string) =>
      row(name).querySelector<HTMLElement>(`[data-column=${column}]`)?.dataset['heat'];
    expect([heat('llm', 'cost'), heat('cheap', 'cost'), heat('agent', 'cost')]).toEqual([
      'high',
      undefined,
      undefined,
    ]);
    expect(heat('cheap', 'duration')).toBe('high');
  });

  it('gives the room of columns that say nothing to the names', async () => {
    const heads = () =>
      [...document.querySelectorAll<HTMLElement>('.oriel-trace-tree-header [data-column]')].map(
        ({ dataset }) => dataset['column'],
      );
    const { unmount } = setup();
    await screen.findAllByRole('treeitem');
    expect(heads()).toEqual(['duration']);
    unmount();

    setup({}, traceStructure(family.map((patch) => ({ ...patch, usage: { input: 100 } }))));
    await screen.findAllByRole('treeitem');
    expect(heads()).toEqual(['tokens', 'duration']);
  });

  it('leaves out levels, lifts what was below them, and says how many are shown', async () => {
    const drawn = drawTrace(`
      agent      |====
        retry    | ==   DEBUG
          search | =
        answer   |   =
    `);
    setup({}, traceStructure(drawn));
    await screen.findAllByRole('treeitem');

    await userEvent.click(screen.getByRole('button', { name: 'View options' }));
    await userEvent.selectOptions(screen.getByLabelText('Show'), 'Without debug');
    await waitFor(() => expect(names()).toEqual(['agent', 'search', 'answer']));
    expect(row('search').getAttribute('aria-level')).toBe('2');
    expect(screen.getByText('3 of 4 observations')).toBeTruthy();

    await userEvent.selectOptions(screen.getByLabelText('Show'), 'Errors only');
    expect(await screen.findByText('No observation of this level')).toBeTruthy();
    await userEvent.keyboard('{Escape}');
    await userEvent.click(screen.getByRole('button', { name: 'Show all levels' }));
    await waitFor(() => expect(names()).toHaveLength(4));
  });

  it('gathers repeated steps into one row that keys open, close and walk through', async () => {
    const drawn = drawTrace(`
      agent      |====
        search   | =
        search   |  =    ERROR timed out
        search   |   =
        answer   |    =
    `);
    const { onSelect } = setup({ defaultIsGrouped: true }, traceStructure(drawn));
    await focusTree();
    expect(names()).toEqual(['agent', 'search', 'answer']);
    expect(row('search').textContent).toContain('×3');
    expect(row('search').textContent).toContain('1 error inside');

    await userEvent.keyboard('{ArrowDown}{ArrowDown}');
    expect(onSelect).toHaveBeenLastCalledWith('trace-1/2');
    await userEvent.keyboard('{ArrowRight}');
    await waitFor(() => expect(names()).toHaveLength(6));
    await userEvent.keyboard('{ArrowRight}{ArrowDown}');
    expect(onSelect).toHaveBeenLastCalledWith('trace-1/3');
    await userEvent.keyboard('{ArrowLeft}{ArrowLeft}');
    await waitFor(() => expect(names()).toHaveLength(3));
    await userEvent.keyboard('{ArrowDown}');
    expect(onSelect).toHaveBeenLastCalledWith('trace-1/5');
  });

  it('marks an observation whose parent never arrived', async () => {
    const [agent, child] = drawTrace('agent |===\n  llm | =');
    const patches = [{ ...agent, id: 'other' }, child] as ObservationPatch[];
    setup({}, traceStructure(patches));
    await screen.findAllByRole('treeitem');

    expect(row('llm').textContent).toContain('Parent missing');
    expect(row('agent').textContent).not.toContain('Parent missing');
  });

  it('goes from hit to hit and opens what hides them', async () => {
    const { onSelect } = setup({ defaultCollapsedIds: new Set([idOf('plan')]) });
    await screen.findAllByRole('treeitem');

    await userEvent.type(screen.getByLabelText('Search names, types and ids'), 'l');
    await waitFor(() => expect(screen.getByRole('status').textContent).toBe('3 found'));
    await userEvent.keyboard('{Enter}');
    expect(onSelect).toHaveBeenLastCalledWith(idOf('plan'));
    await userEvent.keyboard('{Enter}');
    expect(onSelect).toHaveBeenLastCalledWith(idOf('llm'));
    await waitFor(() => expect(row('llm').getAttribute('aria-selected')).toBe('true'));
    expect(screen.getByRole('status').textContent).toBe('2 of 3');
    await userEvent.keyboard('{Enter}{Enter}');
    expect(onSelect).toHaveBeenLastCalledWith(idOf('plan'));
    await userEvent.keyboard('{Shift>}{Enter}{/Shift}');
    expect(onSelect).toHaveBeenLastCalledWith(idOf('tool'));
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(screen.getByRole('status').textContent).toBe(''));
  });

  it('looks into payloads on demand, page by page', async () => {
    const store = referenceStore();
    await store.traces.write(
      family.map((patch) => (patch.name === 'write' ? { ...patch, input: { text: 'umbrella' } } : patch)),
    );
    render(
      <OrielProvider store={store}>
        <TraceTree traceId={traceId} style={{ blockSize: 400 }} />
      </OrielProvider>,
    );
    await screen.findByText('write');

    await userEvent.type(screen.getByLabelText('Search names, types and ids'), 'UMBRELLA');
    await waitFor(() => expect(screen.getByRole('status').textContent).toBe('No match'));
    await userEvent.click(screen.getByRole('button', { name: 'Search inputs, outputs and metadata too' }));
    await waitFor(() => expect(screen.getByRole('status').textContent).toBe('1 found'));
    expect(row('write').dataset['hit']).toBe('');
  });

  it('stops looking into payloads when the text changes', async () => {
    // By text: a search may have begun while the text was still being typed.
    const signals = new Map<string, AbortSignal>();
    async function* searchPayloads(text: string, signal: AbortSignal) {
      signals.set(text, signal);
      yield text === 'ab' ? [idOf('tool')] : [];
      await new Promise((resolve) => signal.addEventListener('abort', resolve));
    }
    setup({ searchPayloads });
    await screen.findAllByRole('treeitem');

    await userEvent.click(screen.getByRole('button', { name: 'Search inputs, outputs and metadata too' }));
    const field = screen.getByLabelText('Search names, types and ids');
    await userEvent.type(field, 'ab');
    // On a busy machine what was typed first may still be shown.
    await waitFor(() => expect(signals.has('ab')).toBe(true));
    await waitFor(() => expect(row('tool').dataset['hit']).toBe(''));
    await userEvent.type(field, 'c');
    await waitFor(() => expect(row('tool').dataset['hit']).toBeUndefined());
    // What runs is told after the rows are drawn.
    await waitFor(() => expect(signals.get('ab')?.aborted).toBe(true));
  });

  it('shows columns of the host beside its own, and hides what the reader hides', async () => {
    const columns = [
      ...traceTreeColumns,
      {
        id: 'kids',
        header: 'Kids',
        width: '50px',
        cell: ({ childCount }: TraceTreeCell) => `${childCount} kids`,
      },
    ];
    const onHiddenColumnsChange = vi.fn<(ids: readonly string[]) => void>();
    setup({ columns, onHiddenColumnsChange });
    await screen.findAllByRole('treeitem');
    expect(row('agent').textContent).toContain('3 kids');

    await userEvent.click(screen.getByRole('button', { name: 'View options' }));
    await userEvent.click(screen.getByLabelText('Kids'));
    await waitFor(() => expect(row('agent').textContent).not.toContain('3 kids'));
    expect(onHiddenColumnsChange).toHaveBeenCalledWith(['kids']);
    await userEvent.keyboard('{Escape}');
    expect(screen.queryByLabelText('Kids')).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'View options' }));
  });

  it('pins what the first row in sight is inside of, and leads back there', async () => {
    const drawn = drawTrace(
      ['agent |===', '  plan | =', ...Array.from({ length: 60 }, (_, step) => `    step ${step} | =`)].join(
        '\n',
      ),
    );
    const { onSelect } = setup({}, traceStructure(drawn));
    await focusTree();

    screen.getByRole('tree').scrollTop = 900;
    await waitFor(() => expect(pinned()).toEqual(['agent', 'plan']));
    await userEvent.click(document.querySelector('[data-pinned] .oriel-trace-tree-name') as Element);
    expect(onSelect).toHaveBeenLastCalledWith('trace-1/1');
    await waitFor(() => expect(screen.getByRole('tree').scrollTop).toBe(0));
    expect(pinned()).toEqual([]);
  });

  it('stays at what is read when rows arrive above it', async () => {
    const steps = drawTrace(
      ['agent |===', ...Array.from({ length: 60 }, (_, step) => `  step ${step} |   =`)].join('\n'),
    );
    const early = { ...steps[1], id: 'early', name: 'early', startTime: 1 } as ObservationPatch;
    const { rerender } = render(<Held structure={traceStructure(steps)} />);
    await screen.findAllByRole('treeitem');
    screen.getByRole('tree').scrollTop = 905;
    await waitFor(() => expect(screen.getByText('step 29')).toBeTruthy());
    const before = screen.getByText('step 40').getBoundingClientRect().top;

    rerender(<Held structure={traceStructure([...steps, early])} />);
    await waitFor(() => expect(screen.getByRole('tree').scrollTop).toBe(935));
    expect(screen.getByText('step 40').getBoundingClientRect().top).toBe(before);
  });

  describe('with 20,000 observations', () => {
    let structure: TraceStructure;
    beforeEach(() => {
      structure = traceStructure(generateTrace({ seed: 3, observations: 25_000 }));
    });

    it('mounts a screenful, and keeps the active row while scrolled away', async () => {
      const { container } = setup({}, structure);
      await focusTree();
      expect(container.querySelectorAll('*').length).toBeLessThan(1000);

      await userEvent.keyboard('{ArrowDown}{ArrowDown}');
      const tree = screen.getByRole('tree');
      tree.scrollTop = 200_000;
      await waitFor(() => expect(screen.getAllByRole('treeitem').length).toBeGreaterThan(10));
      const active = tree.getAttribute('aria-activedescendant') ?? '';
      expect(document.getElementById(active)?.getAttribute('aria-selected')).toBe('true');

      await userEvent.keyboard('{End}');
      await waitFor(() => expect(tree.scrollTop).toBeGreaterThan(500_000));
    });

    it('shows names while rows fly by, and their columns once they do not', async () => {
      setup({}, structure);
      const tree = screen.getByRole('tree');
      const filled = () =>
        tree.querySelectorAll('[role=treeitem] .oriel-trace-tree-metric:not(:empty)').length;
      const fly = async (top: number) => {
        tree.scrollTop = top;
        await new Promise((resolve) => tree.addEventListener('scroll', resolve, { once: true }));
      };
      await waitFor(() => expect(filled()).toBeGreaterThan(0));

      // A jump alone is no fling.
      await fly(100_000);
      expect(filled()).toBeGreaterThan(0);
      // On a busy machine the rows may have come to rest before anybody looks.
      let top = 100_000;
      await waitFor(async () => {
        top = 300_000 - top;
        await fly(top);
        expect(filled()).toBe(0);
      });
      expect(tree.querySelectorAll('[role=treeitem] .oriel-trace-tree-name').length).toBeGreaterThan(10);
      await waitFor(() => expect(filled()).toBeGreaterThan(0));
    });

    it('has its rows at once, and a frame later what they come to', async () => {
      setup({}, structure);
      await screen.findAllByRole('treeitem');
      expect(await screen.findAllByText(/^\$\d/)).not.toHaveLength(0);
    });
  });

  it('ends where its page ends, even without a height of its own', async () => {
    const structure = traceStructure(generateTrace({ seed: 3, observations: 5_000 }));
    const { container } = render(<TraceTreeView observations={structure.observations} />);

    await screen.findAllByRole('treeitem');
    expect(container.querySelectorAll('[role=treeitem]').length).toBeLessThan(100);
  });

  it('marks what runs where the shared playhead stands, also when other rows come into sight', async () => {
    const playhead = createPlayhead();
    const structure = traceStructure(family);
    const startOf = (name: string) =>
      structure.observations.find((one) => one.name === name)?.startTime ?? Number.NaN;
    const view = (collapsedIds: ReadonlySet<TraceTreeNodeId>) => (
      <TraceFocus playhead={playhead}>
        <Sized structure={structure} collapsedIds={collapsedIds} />
      </TraceFocus>
    );
    const { rerender } = render(view(new Set()));
    await focusTree();
    const playing = () =>
      screen
        .getAllByRole('treeitem')
        .filter((item) => item.hasAttribute('data-playing'))
        .map((item) => item.querySelector('.oriel-trace-tree-name')?.textContent);

    expect(playing()).toEqual([]);
    playhead.move(startOf('llm') + 1);
    expect(playing()).toEqual(['agent', 'plan', 'llm']);
    playhead.move(startOf('write') + 1);
    expect(playing()).toEqual(['agent', 'write']);
    rerender(view(new Set([idOf('plan')])));
    await waitFor(() => expect(names()).not.toContain('llm'));
    expect(playing()).toEqual(['agent', 'write']);
    playhead.move(null);
    expect(playing()).toEqual([]);
  });

  it('shows an observation as soon as it is written, without moving the selection', async () => {
    const store = referenceStore();
    await store.traces.write(family);
    render(
      <OrielProvider store={store}>
        <TraceTree traceId={traceId} defaultSelectedId={idOf('tool')} style={{ blockSize: 400 }} />
      </OrielProvider>,
    );
    await screen.findByText('write');

    const start = family[0]?.startTime ?? 0;
    await store.traces.write([
      {
        kind: 'observation',
        at: start + 1,
        id: 'late',
        traceId,
        parentId: idOf('agent'),
        name: 'late',
        startTime: start + 1,
      },
    ]);
    expect(await screen.findByText('late')).toBeTruthy();
    expect(row('tool').getAttribute('aria-selected')).toBe('true');
  });
});

const pinned = () =>
  Array.from(
    document.querySelectorAll('[data-pinned] .oriel-trace-tree-name'),
    ({ textContent }) => textContent,
  );

function Held({ structure }: { structure: TraceStructure }) {
  return <TraceTreeView observations={structure.observations} style={{ blockSize: 400 }} />;
}

function Sized({ structure, ...props }: { structure: TraceStructure } & Partial<TraceTreeViewProps>) {
  const [held] = useState(structure);
  return (
    <TraceTreeView
      observations={held.observations}
      trace={held.trace}
      {...props}
      style={{ blockSize: 400 }}
    />
  );
}
