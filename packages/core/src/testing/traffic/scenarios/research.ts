import { callModel } from '../call-model.ts';
import { assistant, user } from '../dialogue.ts';
import { SENT } from '../graph-run.ts';
import type { GraphRun } from '../graph-run.ts';
import { MODELS } from '../models.ts';
import { strikes } from '../run.ts';
import type { Run } from '../run.ts';

const SHOPS = ['shop-a', 'shop-b', 'shop-c', 'shop-d'] as const;

/** Answers one of the questions, beside the others. */
export function research(run: Run, graph: GraphRun, question: string, finding: string): void {
  const { trace, dice } = run;
  graph.node({ name: 'research', step: 2, triggers: SENT, input: { question } }, () => {
    trace.step(
      {
        type: 'TOOL',
        name: 'query_warehouse',
        input: {
          sql: `select week, count(*) from returns where reason like '%${question.slice(0, 12)}%' group by week`,
        },
        output: {
          rows: Array.from({ length: 6 }, (_, week) => ({ week: 40 + week, count: dice.between(20, 180) })),
        },
      },
      900 * dice.spread(),
    );
    const isSlow = strikes(run, 'slow-search');
    trace.step(
      {
        type: 'RETRIEVER',
        name: 'search_conversations',
        input: { query: question, top_k: 8 },
        output: [{ id: `conv-${dice.hex()}`, score: 0.84, text: finding.slice(0, 80) }],
        ...(isSlow
          ? { level: 'WARNING', statusMessage: 'Slow query: 2 of 12 segments were read from disk' }
          : {}),
      },
      (isSlow ? 3100 : 180) * dice.spread(),
    );
    callModel(run, {
      name: 'ChatGoogleGenerativeAI',
      model: MODELS.flash,
      messages: [user(`${question}\n\n${finding}`)],
      answer: assistant(finding),
    });
    graph.route('is_relevant', true);
    return { output: { finding } };
  });
}

/** A branch of another kind, in the same step. */
export function lookUpPrices(run: Run, graph: GraphRun): void {
  const { trace, dice } = run;
  const { product, amount } = run.turn.conversation.slots;
  graph.node({ name: 'prices', step: 2, input: { product } }, () => {
    for (const shop of SHOPS) {
      trace.step(
        {
          type: 'TOOL',
          name: 'fetch_price',
          input: { shop, product },
          output: { shop, price: amount, change: dice.between(-12, 3) },
        },
        480 * dice.spread(),
      );
    }
    return { output: { compared: SHOPS.length } };
  });
}
