import type { JsonObject } from '../../../model/json.ts';
import { callModel } from '../call-model.ts';
import { assistant, historyBefore, sayTurn, system, user } from '../dialogue.ts';
import { Dice } from '../dice.ts';
import { fillSlots } from '../fill-slots.ts';
import { MODELS } from '../models.ts';
import { promptOf } from '../releases.ts';
import type { Answer, Run } from '../run.ts';
import { callTool } from './call-tool.ts';
import { ORDER_TOOLS, ORDER_TOOL_DEFINITIONS } from './order-tools.ts';
import type { OrderTool } from './order-tools.ts';

/** Money that the company spends on its most used agent: the best model, tools offered in every round. */
const MODEL = MODELS.sonnet;

/** An agent that looks things up and acts, round after round, until it can answer. */
export function orderAgent(run: Run): Answer | null {
  const { trace, dice, book, release, turn } = run;
  const { slots, seed } = turn.conversation;
  const { exchanges } = new Dice(seed).pick(book.topics);
  const { ask, answer } = sayTurn(exchanges, turn.conversation, turn.index);
  const rules = release.isRegressed ? book.prompts.houseRules : '';
  const text = answer + (release.isRegressed ? fillSlots(book.prompts.summary, slots) : '');
  const messages: JsonObject[] = [
    system(book.prompts.agent + rules),
    ...historyBefore(exchanges, turn.conversation, turn.index),
    user(ask),
  ];
  let answerId = '';
  trace.around(
    { type: 'AGENT', name: 'order-agent', input: { message: ask }, metadata: { max_rounds: 8 } },
    () => {
      trace.step(
        {
          type: 'SPAN',
          name: 'load-profile',
          output: { orders: dice.between(1, 30), language: turn.conversation.customer.tenant.language },
        },
        35 * dice.spread(),
      );
      const rounds = dice.between(3, release.isRegressed ? 8 : 7);
      let tools = chooseTools(dice, 0);
      for (let round = 0; round < rounds; round += 1) {
        messages.push(think(run, messages, tools, round));
        const isDelegated = round > 0 && dice.chance(0.18);
        const results = isDelegated ? delegate(run, tools, round) : callTools(run, tools, round);
        messages.push(...results);
        // What failed is tried again.
        if (!results.some(isError)) tools = chooseTools(dice, round + 1);
      }
      answerId = callModel(run, {
        name: 'final-answer',
        model: MODEL,
        messages,
        answer: assistant(text),
        prompt: promptOf('order-agent', release),
        tools: ORDER_TOOL_DEFINITIONS,
      });
      trace.event({
        name: 'case-updated',
        metadata: { case: slots.order, status: dice.pick(['solved', 'waiting', 'solved']) },
      });
      return { output: { message: text } };
    },
  );
  return { observationId: answerId, text };
}

/** The order first; later one tool, or several at once. */
function chooseTools(dice: Dice, round: number): readonly OrderTool[] {
  const first = round === 0 ? 0 : dice.between(1, ORDER_TOOLS.length - 1);
  const count = dice.pick([1, 1, 2, 2, 3]);
  return Array.from(
    { length: count },
    (_, offset) => ORDER_TOOLS[(first + offset) % ORDER_TOOLS.length] ?? ORDER_TOOLS[0],
  );
}

function think(
  run: Run,
  messages: readonly JsonObject[],
  tools: readonly OrderTool[],
  round: number,
): JsonObject {
  const { slots } = run.turn.conversation;
  const chosen: JsonObject = {
    role: 'assistant',
    content: null,
    tool_calls: tools.map(({ name, input }, index) => ({
      id: `call_${round + 1}_${index + 1}`,
      type: 'function',
      function: { name, arguments: JSON.stringify(input(slots)) },
    })),
  };
  callModel(run, {
    name: 'choose-tools',
    model: MODEL,
    messages: [...messages],
    answer: chosen,
    prompt: promptOf('order-agent', run.release),
    tools: ORDER_TOOL_DEFINITIONS,
  });
  return chosen;
}

/** A second agent calls the tools and reports. */
function delegate(run: Run, tools: readonly OrderTool[], round: number): JsonObject[] {
  const results: JsonObject[] = [];
  const task = tools.map(({ name }) => name);
  run.trace.around({ type: 'AGENT', name: 'logistics-agent', input: { task } }, () => {
    results.push(...callTools(run, tools, round));
    const summary = results.some(isError) ? 'A tool failed; try again.' : `Done: ${task.join(', ')}.`;
    callModel(run, {
      name: 'report-back',
      model: MODELS.haiku,
      messages: [user(`Report on: ${task.join(', ')}`), ...results],
      answer: assistant(summary),
    });
    return { output: { summary } };
  });
  return results;
}

function isError({ content }: JsonObject): boolean {
  return typeof content === 'string' && content.startsWith('{"error"');
}

/** Calls them at once. A tool that fails says so to the model, which goes on. */
function callTools(run: Run, tools: readonly OrderTool[], round: number): JsonObject[] {
  const results: JsonObject[] = [];
  run.trace.inParallel(
    tools.map((tool, index) => () => {
      const content = callTool(run, tool);
      results.push({
        role: 'tool',
        tool_call_id: `call_${round + 1}_${index + 1}`,
        name: tool.name,
        content,
      });
    }),
  );
  return results;
}
