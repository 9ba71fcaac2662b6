import { callModel } from '../call-model.ts';
import { assistant, system, user } from '../dialogue.ts';
import { fillSlots } from '../fill-slots.ts';
import { GraphRun } from '../graph-run.ts';
import { MODELS } from '../models.ts';
import { promptOf } from '../releases.ts';
import type { Answer, Run } from '../run.ts';
import { lookUpPrices, research } from './research.ts';
import { review } from './review-report.ts';

/**
 * A LangGraph run with all that graphs have. Questions are researched side by side, next to a look at the prices; a
 * join waits for both; the review is a subgraph that loops until its critic is content.
 *
 *     plan ─┬→ research ×4…5 ─┬→ collect → review [ draft ⇄ critique ] → publish
 *           └→ prices ────────┘
 */
export function marketReport(run: Run): Answer | null {
  const { trace, dice, book, release, turn } = run;
  const { slots } = turn.conversation;
  const subject = fillSlots(dice.pick(book.report.subjects), slots);
  const questions = book.report.questions.slice(0, dice.between(4, book.report.questions.length));
  const report = `# ${subject}\n\n${book.report.sections.map((section) => fillSlots(section, slots)).join('')}`;
  let answer: Answer | null = null;
  trace.around({ type: 'AGENT', name: 'market-report', input: { subject } }, () => {
    const graph = new GraphRun(trace, dice);
    graph.start({ subject });
    graph.node({ name: 'plan', step: 1, input: { subject } }, () => {
      callModel(run, {
        name: 'ChatOpenAI',
        model: MODELS.gpt5,
        messages: [system(book.report.plan), user(subject)],
        answer: assistant(JSON.stringify({ questions })),
        prompt: promptOf('report-plan', release),
      });
      graph.route(
        'send_questions',
        questions.map((question) => ({ node: 'research', args: { question } })),
      );
      return { output: { questions } };
    });
    const findings = questions.map((_, index) =>
      fillSlots(book.report.findings[index] ?? book.report.findings[0], slots),
    );
    trace.inParallel([
      ...questions.map((question, index) => () => research(run, graph, question, findings[index] ?? '')),
      () => lookUpPrices(run, graph),
    ]);
    graph.node(
      { name: 'collect', step: 3, triggers: ['join:research+prices:collect'], input: { findings } },
      () => {
        trace.wait(4);
        return { output: { findings, characters: findings.join('').length } };
      },
    );
    graph.node({ name: 'review', step: 4, input: { findings } }, (inner) => {
      answer = review(run, inner, { subject, report, findings: findings.join('\n') });
      return { output: { report } };
    });
    graph.node({ name: 'publish', step: 5, input: { subject } }, () => {
      trace.step(
        {
          type: 'TOOL',
          name: 'save_document',
          input: { title: subject, folder: 'reports' },
          output: { id: `doc-${dice.hex()}`, bytes: report.length },
        },
        260 * dice.spread(),
      );
      return { output: { published: true } };
    });
    return { output: { report } };
  });
  return answer;
}
