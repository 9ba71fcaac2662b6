import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import type { ObservationPatch, Patch, Store } from '@oriel/core';
import { ObservationDetail, OrielProvider } from '@oriel/react';
import type { ObservationDetailProps } from '@oriel/react';
import { afterOutage, says, whileLoading } from './played-states.ts';
import { pendingStore, storeOf } from './sample-store.ts';
import { recordedCall } from './recorded-call.ts';
import { TRACE_ID, supportAgent } from './support-agent.ts';

const meta = {
  title: 'Panels/Observation detail',
  component: ObservationDetail,
  args: { traceId: TRACE_ID, observationId: 'plan' },
  loaders: [async () => ({ store: await storeOf(supportAgent) })],
  render: (args, { loaded }) => <Panel {...args} store={loaded['store'] as Store} />,
} satisfies Meta<typeof ObservationDetail>;

export default meta;
type Story = StoryObj<typeof meta>;

const navigation = {
  userHref: (userId: string) => `#user=${userId}`,
  sessionHref: (sessionId: string) => `#session=${sessionId}`,
  promptHref: (name: string, version: number) => `#prompt=${name}@${version}`,
};

function Panel({ store, ...props }: ObservationDetailProps & { store: Store }) {
  return (
    <OrielProvider store={store} timeZone="UTC" navigation={navigation}>
      <ObservationDetail {...props} />
    </OrielProvider>
  );
}

/** A model call: the conversation, the tool it asked for, and what it cost. */
export const Default: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await canvas.findByText(/bookshop/);
    await expect(canvas.getByText('support-plan · v12')).toHaveAttribute('href', '#prompt=support-plan@12');

    const fold = canvas.getByRole('button', { name: 'Input' });
    fold.focus();
    await userEvent.keyboard('{Enter}');
    await expect(fold).toHaveAttribute('aria-expanded', 'false');
    await userEvent.keyboard('{Enter}');

    canvas.getByRole('tab', { name: 'Formatted' }).focus();
    await userEvent.keyboard('{ArrowRight}{Tab}bookshop');
    await canvas.findByText('1 of 1');
    const tree = canvas.getByRole('tree');
    tree.focus();
    await userEvent.keyboard('{Home}{ArrowDown}{ArrowLeft}');
    await expect(canvas.getByRole('treeitem', { selected: true })).toHaveAttribute('aria-expanded', 'false');
    canvas.getByRole('tab', { name: 'JSON' }).focus();
    await userEvent.keyboard('{ArrowLeft}');
    await canvas.findByText(/bookshop/);
  },
};

/** Nothing is selected: the trace itself. */
export const Trace: Story = {
  args: { observationId: null },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await canvas.findByText('ada@example.com');
    await canvas.findByText('Gave the date and thought ahead.');
  },
};

export const Failure: Story = { args: { observationId: 'track-1' } };

export const Running: Story = { args: { observationId: 'follow-up' } };

export const Outline: Story = { args: { observationId: 'track-2' } };

export const Loading: Story = whileLoading('readTrace', 'Loading trace…');

/** The structure is there; input and output are on their way. */
export const LoadingPayload: Story = {
  loaders: [async () => ({ store: pendingStore(await storeOf(supportAgent), 'readPayloads') })],
  play: says('Loading input and output…'),
};

/** An observation that the trace does not have. */
export const Empty: Story = {
  args: { observationId: 'gone' },
  play: says('Observation not found'),
};

/** Nothing was captured of this step. */
export const NothingCaptured: Story = {
  args: { observationId: 'cache' },
  play: async ({ canvasElement }) => {
    await expect(await within(canvasElement).findAllByText('Nothing was captured here.')).toHaveLength(2);
  },
};

/** The payload cannot be read; after "Try again" it can. */
export const ErrorWithRetry: Story = afterOutage(
  () => storeOf(supportAgent),
  'readPayloads',
  (canvas) => canvas.findByText(/bookshop/),
);

/** Five million characters in, a list of 100,000 out. */
const hugePayload: ObservationPatch = {
  kind: 'observation',
  at: Date.UTC(2025, 2, 7),
  traceId: 'huge',
  id: 'huge',
  type: 'TOOL',
  name: 'export everything',
  input: 'All work and no play makes a dull trace. '.repeat(122_000),
  output: Array.from({ length: 100_000 }, (_, index) => ({
    row: index,
    title: `Book ${index}`,
    inStock: index % 3 === 0,
  })),
};

export const Huge: Story = {
  args: { traceId: 'huge', observationId: 'huge' },
  loaders: [async () => ({ store: await storeOf([hugePayload]) })],
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const [more] = await canvas.findAllByRole('button', { name: /Show more/ });
    more?.focus();
    await userEvent.keyboard('{Enter}');
    await expect(canvasElement.querySelectorAll('*').length).toBeLessThan(3000);
    await expect(canvasElement.textContent.length).toBeLessThan(100_000);
  },
};

export const Narrow: Story = { parameters: { frame: { width: '340px' } } };

export const Dark: Story = { parameters: { frame: { theme: 'dark' } } };

/** Arrow keys follow the direction of the page: the next tab is to the left. */
export const RightToLeft: Story = {
  parameters: { frame: { direction: 'rtl' } },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await canvas.findByText(/bookshop/);
    canvas.getByRole('tab', { name: 'Formatted' }).focus();
    await userEvent.keyboard('{ArrowLeft}');
    await expect(canvas.getByRole('tab', { name: 'JSON' })).toHaveFocus();
    await canvas.findByRole('tree');
    await userEvent.keyboard('{ArrowRight}');
    await canvas.findByText(/bookshop/);
  },
};

/** The JSON view: any size, with search, and keys as in a tree. */
export const Json: Story = {
  args: { defaultTab: 'json' },
  play: async ({ canvasElement }) => {
    await within(canvasElement).findByRole('tree');
  },
};

/** Twenty megabytes of JSON, which open at once. */
export const TwentyMegabytes: Story = {
  args: { traceId: 'large', observationId: 'large', defaultTab: 'json' },
  loaders: [async () => ({ store: await storeOf([largeResult()]) })],
  play: async ({ canvasElement }) => {
    const tree = await within(canvasElement).findByRole('tree');
    tree.focus();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowRight}{End}');
    await expect(canvasElement.querySelectorAll('*').length).toBeLessThan(1000);
  },
};

function largeResult(): Patch {
  return {
    ...hugePayload,
    traceId: 'large',
    id: 'large',
    input: { query: 'everything' },
    output: Array.from({ length: 160_000 }, (_, index) => ({
      id: index,
      title: `Book ${index}`,
      tags: ['a', `shelf-${index % 97}`],
      stock: { hub: 'Graz', count: index % 13 },
    })),
  };
}

/** A model call as its client sent it: `recording` names who and what. */
function recorded(recording: string): Story {
  return {
    loaders: [() => recordedCall(recording)],
    render: (args, { loaded }) => (
      <Panel
        {...args}
        store={loaded['store'] as Store}
        traceId={String(loaded['traceId'])}
        observationId={String(loaded['observationId'])}
      />
    ),
    play: async ({ canvasElement }) => {
      await within(canvasElement).findByRole('tab', { name: 'Formatted' });
      await waitFor(() => expect(canvasElement.querySelector('.oriel-chat-message')).not.toBeNull());
    },
  };
}

export const OpenAi: Story = recorded('langfuse-openai-v5/chat-tools');

export const OpenInference: Story = recorded('openinference-openai/chat-tools');

export const GenAiConventions: Story = recorded('otel-genai-openai/chat-tools');

export const LangSmith: Story = recorded('langsmith-otel/chat-tools');

export const OpenLlmetry: Story = recorded('traceloop/chat-tools');

export const AiSdk: Story = recorded('ai-sdk-v7/travel-agent-full');

export const LangChain: Story = recorded('langfuse-langchain-v3/react-agent');

/** What each tool answered stands under the call that asked, though the handler sends no ids along. */
export const LangGraph: Story = {
  ...recorded('langfuse-langchain-v5/react-agent'),
  play: async ({ canvasElement }) => {
    await waitFor(() =>
      expect(
        [...canvasElement.querySelectorAll('.oriel-chat-tool-call [data-paired]')]
          .slice(0, 3)
          .map((result) => result.textContent),
      ).toEqual([
        expect.stringContaining('NH204'),
        expect.stringContaining('14°C'),
        expect.stringContaining('unavailable'),
      ]),
    );
  },
};

export const Mastra: Story = recorded('mastra/shop-otel-proto');

/** Images of a message, from the media store. */
export const Media: Story = {
  ...recorded('langfuse-otel-v5/chat-media'),
  play: async ({ canvasElement }) => {
    await waitFor(() =>
      expect(canvasElement.querySelector('.oriel-media img, .oriel-media audio')).not.toBeNull(),
    );
  },
};

/** As Anthropic and Gemini write their messages: thinking, calls and results in the content. No client that was recorded sends these. */
export const AnthropicAndGemini: Story = {
  args: { traceId: 'vendors', observationId: 'anthropic' },
  loaders: [async () => ({ store: await storeOf([vendorCall]) })],
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const summary = await canvas.findByText('Reasoning');
    summary.focus();
    await userEvent.keyboard('{Enter}');
    await canvas.findByText('The order number is enough to look it up.');
    const call = canvas.getByText('track_parcel').closest('.oriel-chat-tool-call');
    await expect(call).toHaveTextContent('in transit');
  },
};

const vendorCall: Patch = {
  kind: 'observation',
  at: Date.UTC(2025, 2, 7),
  traceId: 'vendors',
  id: 'anthropic',
  type: 'GENERATION',
  name: 'answer',
  startTime: Date.UTC(2025, 2, 7),
  endTime: Date.UTC(2025, 2, 7) + 2100,
  model: 'claude',
  input: {
    system: 'Be brief.',
    messages: [
      { role: 'user', content: 'Where is order 4711?' },
      {
        role: 'assistant',
        content: [
          { type: 'thinking', thinking: 'The order number is enough to look it up.', signature: 'x' },
          { type: 'tool_use', id: 'toolu_1', name: 'track_parcel', input: { order: '4711' } },
        ],
      },
      {
        role: 'user',
        content: [{ type: 'tool_result', tool_use_id: 'toolu_1', content: '{"status":"in transit"}' }],
      },
    ],
    max_tokens: 400,
  },
  output: {
    candidates: [{ content: { role: 'model', parts: [{ text: 'On its way: **tomorrow** before noon.' }] } }],
  },
};
