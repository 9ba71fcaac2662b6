import { callModel } from '../call-model.ts';
import { assistant, system, user } from '../dialogue.ts';
import { fillSlots } from '../fill-slots.ts';
import { GraphRun } from '../graph-run.ts';
import { MODELS } from '../models.ts';
import { promptOf } from '../releases.ts';
import type { Answer, Run } from '../run.ts';
import { callTool } from './call-tool.ts';
import { ORDER_TOOLS } from './order-tools.ts';

/**
 * A LangGraph run that stops for a person: `load_order → assess → approve`, where it waits. The next turn of the
 * conversation resumes it: `approve → execute → notify`.
 */
export function refundApproval(run: Run): Answer | null {
  return run.turn.index === 0 ? request(run) : resume(run);
}

function request(run: Run): null {
  const { trace, dice, book, release, turn } = run;
  const { slots } = turn.conversation;
  const state = { order: slots.order, amount: slots.amount, reason: slots.reason };
  trace.around({ type: 'CHAIN', name: 'refund-approval', input: state }, () => {
    const graph = new GraphRun(trace, dice);
    graph.start(state);
    const [getOrder] = ORDER_TOOLS;
    graph.node({ name: 'load_order', step: 1, input: state }, () => ({
      output: { ...state, record: callTool(run, getOrder) },
    }));
    const rationale = fillSlots(book.refund.assessment, slots);
    graph.node({ name: 'assess', step: 2, input: state }, () => {
      callModel(run, {
        name: 'ChatAnthropic',
        model: MODELS.sonnet,
        messages: [
          system(book.refund.assess),
          user(`${slots.order}: ${slots.product}, ${slots.amount}\n${slots.reason}`),
        ],
        answer: assistant(
          JSON.stringify({ recommendation: 'approve', risk: dice.pick(['low', 'medium']), rationale }),
        ),
        prompt: promptOf('refund-assessment', release),
        temperature: 0,
      });
      graph.route('needs_approval', 'approve');
      return { output: { ...state, rationale } };
    });
    const question = fillSlots(book.refund.question, slots);
    graph.node({ name: 'approve', step: 3, input: { ...state, rationale } }, () => {
      trace.wait(3);
      return {
        isInterrupted: true,
        statusMessage: `GraphInterrupt: [{"value": {"question": "${question}"}, "resumable": true}]`,
      };
    });
    return { output: { ...state, rationale } };
  });
  return null;
}

function resume(run: Run): Answer {
  const { trace, dice, book, turn } = run;
  const { slots } = turn.conversation;
  const isApproved = dice.chance(0.8);
  const text = fillSlots(isApproved ? book.refund.approved : book.refund.declined, slots);
  const state = { order: slots.order, amount: slots.amount, approved: isApproved };
  let answerId = '';
  trace.around(
    { type: 'CHAIN', name: 'refund-approval', input: { resume: isApproved ? 'approved' : 'declined' } },
    () => {
      const graph = new GraphRun(trace, dice);
      graph.node({ name: 'approve', step: 3, input: state }, () => {
        graph.route('after_approval', isApproved ? 'execute' : 'notify');
        return { output: { approved: isApproved, by: dice.pick(['j.keller', 'm.santos', 'wu.lan']) } };
      });
      if (isApproved) {
        graph.node({ name: 'execute', step: 4, input: state }, () => {
          trace.step(
            {
              type: 'TOOL',
              name: 'refund_payment',
              input: { order_id: slots.order, amount: slots.amount },
              output: { refund_id: `RF-${dice.between(10_000, 99_999)}`, status: 'booked' },
            },
            720 * dice.spread(),
          );
          return { output: { ...state, refunded: true } };
        });
      }
      graph.node({ name: 'notify', step: isApproved ? 5 : 4, input: state }, () => {
        answerId = callModel(run, {
          name: 'ChatOpenAI',
          model: MODELS.gpt4oMini,
          messages: [
            system(book.prompts.support),
            user(JSON.stringify({ ...state, product: slots.product })),
          ],
          answer: assistant(text),
        });
        return { output: { message: text } };
      });
      return { output: { ...state, message: text } };
    },
  );
  return { observationId: answerId, text };
}
