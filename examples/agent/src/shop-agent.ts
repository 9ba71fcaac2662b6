import { HumanMessage, SystemMessage, isAIMessage } from '@langchain/core/messages';
import { Annotation, END, MessagesAnnotation, START, StateGraph } from '@langchain/langgraph/web';
import { ScriptedModel } from './scripted-model.ts';
import { SHOP_SCRIPT } from './shop-script.ts';
import { shopTools } from './shop-tools.ts';

const State = Annotation.Root({
  ...MessagesAnnotation.spec,
  /** What the request is about. */
  topic: Annotation<string>,
  /** What the reviewer said of the last draft. */
  verdict: Annotation<string>,
});

/**
 * The agent as a graph. Every node hands its config on, so that tracing finds its way without a context of Node's: the
 * same code runs in a page.
 *
 *     triage → assistant ⇄ tools
 *                 ⇅
 *               review → (sent)
 */
export function shopAgent(pace: number) {
  const tools = shopTools(pace);
  const modelOf = (role: keyof typeof SHOP_SCRIPT) => new ScriptedModel({ replies: SHOP_SCRIPT[role], pace });
  const triage = modelOf('triage');
  const assistant = modelOf('assistant').bindTools([...tools]);
  const reviewer = modelOf('review');

  return new StateGraph(State)
    .addNode('triage', async ({ messages }, config) => {
      const system = new SystemMessage('Say in a few words what the customer writes about.');
      return { topic: (await triage.invoke([system, ...messages], config)).text };
    })
    .addNode('assistant', async ({ messages, topic }, config) => {
      const system = new SystemMessage(`You answer customers of a lamp shop. This is about: ${topic}.`);
      return { messages: [await assistant.invoke([system, ...messages], config)] };
    })
    .addNode('tools', async ({ messages }, config) => {
      const calls = toolCallsOf(messages);
      const answers = calls.map(async (call) => {
        const tool = tools.find(({ name }) => name === call.name);
        if (!tool) throw new Error(`The model asked for ${call.name}, which is no tool of the shop.`);
        return tool.invoke({ ...call, type: 'tool_call' }, config);
      });
      return { messages: await Promise.all(answers) };
    })
    .addNode('review', async ({ messages }, config) => {
      const system = new SystemMessage('Say "send" or "revise: …" about the last answer.');
      const verdict = (await reviewer.invoke([system, ...messages.slice(-1)], config)).text;
      return { verdict, messages: verdict === 'send' ? [] : [new HumanMessage(verdict)] };
    })
    .addEdge(START, 'triage')
    .addEdge('triage', 'assistant')
    .addConditionalEdges(
      'assistant',
      ({ messages }) => (toolCallsOf(messages).length > 0 ? 'tools' : 'review'),
      ['tools', 'review'],
    )
    .addEdge('tools', 'assistant')
    .addConditionalEdges('review', ({ verdict }) => (verdict === 'send' ? END : 'assistant'), [
      'assistant',
      END,
    ])
    .compile();
}

function toolCallsOf(messages: (typeof State.State)['messages']) {
  const last = messages.at(-1);
  return last && isAIMessage(last) ? (last.tool_calls ?? []) : [];
}
