import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fireEvent, fn, userEvent, waitFor, within } from 'storybook/test';
import type { ObservationPatch, Patch, Store } from '@oriel/core';
import { generateTrace } from '@oriel/core/testing';
import { AgentGraph, OrielProvider, zhCN } from '@oriel/react';
import type { AgentGraphProps } from '@oriel/react';
import { approval, approvalGraph, crew, reportWriter, toolLoop } from './agent-graph-traces.ts';
import { pressTryAgain, says, whileLoading } from './played-states.ts';
import { recordedPatches } from './recorded-traces.ts';
import { brokenStore, storeOf } from './sample-store.ts';
import { TRACE_ID, supportAgent } from './support-agent.ts';

const meta = {
  title: 'Panels/Agent graph',
  component: AgentGraph,
  args: { traceId: 'tool-loop', onSelect: fn(), onModeChange: fn() },
  loaders: [async () => ({ store: await storeOf(samples) })],
  render: (args, { loaded }) => <Page {...args} store={loaded['store'] as Store} />,
} satisfies Meta<typeof AgentGraph>;

export default meta;
type Story = StoryObj<typeof meta>;

const samples: readonly Patch[] = [...supportAgent, ...reportWriter, ...toolLoop, ...approval, ...crew];

function Page({ store, ...props }: AgentGraphProps & { store: Store }) {
  return (
    <OrielProvider store={store} timeZone="UTC">
      <AgentGraph {...props} />
    </OrielProvider>
  );
}

async function findCanvas(canvasElement: HTMLElement): Promise<HTMLElement> {
  return within(canvasElement).findByRole('application');
}

async function findNode(canvasElement: HTMLElement, name: string): Promise<HTMLElement> {
  return waitFor(() => {
    const nodes = [...canvasElement.querySelectorAll<HTMLElement>('.oriel-agent-graph-node')];
    const found = nodes.find((node) => node.title.startsWith(name));
    if (!found) throw new Error(`There is no node ${name}.`);
    return found;
  });
}

/** A loop with a retry. Arrow keys walk along the edges, Enter picks, and again the next call. */
export const Default: Story = {
  play: async ({ canvasElement, args }) => {
    const canvas = await findCanvas(canvasElement);
    const agent = await findNode(canvasElement, 'agent');
    canvas.focus();
    await userEvent.keyboard('{Home}{ArrowDown}{Enter}');
    await expect(args.onSelect).toHaveBeenLastCalledWith('tool-loop/2');
    await waitFor(() => expect(agent).toHaveTextContent('1 of 3'));
    await userEvent.keyboard('{Enter}');
    await expect(args.onSelect).toHaveBeenLastCalledWith('tool-loop/6');
    await waitFor(() => expect(agent).toHaveTextContent('2 of 3'));
    await userEvent.keyboard('{ArrowDown}');
    await waitFor(async () => expect(await findNode(canvasElement, 'tools')).toHaveAttribute('data-active'));
    await userEvent.keyboard('+-0');
    await expect(canvas).toHaveFocus();
  },
};

/** A subgraph with a loop of its own, three tasks by `Send`, and their join. */
export const Subgraph: Story = {
  args: { traceId: 'report-writer' },
  play: async ({ canvasElement, args }) => {
    const canvas = await findCanvas(canvasElement);
    await findNode(canvasElement, 'review');
    canvas.focus();
    await userEvent.keyboard('{End}{ArrowUp}{ArrowUp}{ArrowDown}{ArrowDown}{Enter}');
    await expect(args.onSelect).toHaveBeenLastCalledWith('report-writer/15');
  },
};

/** A node for each call, in the order they ran. */
export const AsItRan: Story = {
  args: { traceId: 'report-writer', defaultMode: 'as-it-ran' },
  play: async ({ canvasElement }) => {
    await findNode(canvasElement, 'plan');
  },
};

/** Steps by the slider: what ran at that moment glows. */
export const Steps: Story = {
  play: async ({ canvasElement }) => {
    const tools = await findNode(canvasElement, 'tools');
    const slider = within(canvasElement).getByRole('slider', { name: 'Step' });
    slider.focus();
    // What an arrow key does to a slider in a browser; simulated keys do nothing to it.
    await fireEvent.change(slider, { target: { value: '1' } });
    await waitFor(() => expect(tools).toHaveAttribute('data-running'));
    await expect(slider).toHaveAttribute('aria-valuetext', 'Step 2 of 5');
    await userEvent.tab();
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(tools).not.toHaveAttribute('data-running'));
  },
};

/** It waits for a person; what the program declares but never reached is dashed. */
export const Declared: Story = {
  args: { traceId: 'approval', declaredGraph: approvalGraph },
  play: async ({ canvasElement }) => {
    await expect(await findNode(canvasElement, 'execute')).toHaveAttribute('data-untaken');
    await expect(await findNode(canvasElement, 'approve')).toHaveAttribute('data-paused');
  },
};

/** Agents that hand over, of a framework without graph keys: each is a box. */
export const Crew: Story = {
  args: { traceId: 'crew' },
  play: async ({ canvasElement }) => {
    await findNode(canvasElement, 'researcher');
  },
};

/** All ten types, a failure and a step still running, with nothing but nesting and time to go by. */
export const Nested: Story = {
  args: { traceId: TRACE_ID },
  play: async ({ canvasElement }) => {
    await findNode(canvasElement, 'support-agent');
  },
};

function recorded(
  scenario: string,
  pick = (observations: readonly ObservationPatch[]) => observations.at(0),
): Story {
  return {
    loaders: [
      async () => {
        const patches = await recordedPatches(scenario);
        const picked = pick(patches.filter((patch) => patch.kind === 'observation'));
        return { store: await storeOf(patches), traceId: picked?.traceId };
      },
    ],
    render: (args, { loaded }) => (
      <Page {...args} traceId={loaded['traceId'] as string} store={loaded['store'] as Store} />
    ),
    play: async ({ canvasElement }) => {
      await findNode(canvasElement, 'Start');
    },
  };
}

export const RecordedReportWriter: Story = recorded('report-writer');
export const RecordedReactAgent: Story = recorded('react-agent');
export const RecordedCreateAgent: Story = recorded('create-agent');
export const RecordedApproval: Story = recorded('approval');

/** The same, resumed: it did not pass the start, which stands before its steps all the same. */
export const RecordedResumed: Story = {
  ...recorded('approval', (observations) => observations.at(-1)),
  play: async ({ canvasElement }) => {
    const approve = await findNode(canvasElement, 'approve');
    const start = canvasElement.querySelector('[data-untaken][data-kind=start]');
    await expect(start?.getBoundingClientRect().bottom).toBeLessThan(approve.getBoundingClientRect().top);
  },
};

export const RecordedFailure: Story = recorded('failing-pipeline');

export const Loading: Story = whileLoading('readTrace', 'Loading graph…');

/** A trace that is known, before any of its steps arrived. */
export const Empty: Story = {
  args: { traceId: TRACE_ID },
  loaders: [async () => ({ store: await storeOf(supportAgent.filter(({ kind }) => kind === 'trace')) })],
  play: says('Nothing ran yet'),
};

/** The store does not answer; after "Try again" it does. */
export const ErrorWithRetry: Story = {
  loaders: [async () => brokenStore(await storeOf(samples), 'readTrace')],
  play: async ({ canvasElement, loaded }) => {
    await pressTryAgain(within(canvasElement), loaded);
    await findNode(canvasElement, 'agent');
  },
};

const huge = generateTrace({ seed: 7, observations: 100_000 });

/** 100,000 observations are few nodes, aggregated; as it ran they are too many, which is said. */
export const Huge: Story = {
  args: { traceId: 'generated-7' },
  loaders: [async () => ({ store: await storeOf(huge) })],
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement);
    await findCanvas(canvasElement);
    await expect(canvasElement.querySelectorAll('*').length).toBeLessThan(1000);
    (await canvas.findByRole('button', { name: 'As it ran' })).focus();
    await userEvent.keyboard('{Enter}');
    await expect(args.onModeChange).toHaveBeenLastCalledWith('as-it-ran');
    (await canvas.findByRole('button', { name: 'Show aggregated' })).focus();
    await userEvent.keyboard('{Enter}');
    await findCanvas(canvasElement);
  },
};

const large = generateTrace({ seed: 3, observations: 900 });

/** As many calls as are drawn: from afar as shapes, near with their facts. */
export const Large: Story = {
  args: { traceId: 'generated-3', defaultMode: 'as-it-ran' },
  loaders: [async () => ({ store: await storeOf(large) })],
  play: async ({ canvasElement }) => {
    const canvas = await findCanvas(canvasElement);
    canvas.focus();
    await userEvent.keyboard('0');
    await waitFor(() => expect(canvasElement.querySelector('[data-detail="far"]')).not.toBeNull());
    await expect(canvasElement.querySelectorAll('*').length).toBeLessThan(1000);
  },
};

export const Narrow: Story = {
  parameters: { frame: { width: '320px' } },
  play: async ({ canvasElement }) => {
    await findNode(canvasElement, 'agent');
  },
};

export const Dark: Story = {
  args: { traceId: 'report-writer', defaultSelectedId: 'report-writer/4' },
  parameters: { frame: { theme: 'dark' } },
  play: async ({ canvasElement }) => {
    await findNode(canvasElement, 'plan');
  },
};

export const RightToLeft: Story = {
  args: { traceId: 'report-writer', defaultMode: 'as-it-ran' },
  parameters: { frame: { direction: 'rtl' } },
  play: async ({ canvasElement, args }) => {
    const canvas = await findCanvas(canvasElement);
    await findNode(canvasElement, 'plan');
    canvas.focus();
    await userEvent.keyboard('{Home}{ArrowLeft}{Enter}');
    await expect(args.onSelect).toHaveBeenLastCalledWith('report-writer/2');
  },
};

export const Chinese: Story = {
  args: { traceId: 'approval', declaredGraph: approvalGraph },
  render: (args, { loaded }) => (
    <OrielProvider store={loaded['store'] as Store} messages={zhCN} timeZone="Asia/Shanghai">
      <AgentGraph {...args} />
    </OrielProvider>
  ),
  play: async ({ canvasElement }) => {
    await findNode(canvasElement, 'approve');
  },
};
