import { callModel } from '../call-model.ts';
import { assistant, system, user } from '../dialogue.ts';
import type { GraphRun } from '../graph-run.ts';
import { MODELS } from '../models.ts';
import { promptOf } from '../releases.ts';
import type { Answer, Run } from '../run.ts';

interface Draft {
  readonly subject: string;
  readonly report: string;
  readonly findings: string;
}

/** The subgraph that drafts and criticises, one to three times: odd steps draft, even ones judge. */
export function review(run: Run, graph: GraphRun, { subject, report, findings }: Draft): Answer {
  const { trace, dice, book, release } = run;
  const rounds = dice.between(1, 3);
  let draftId = '';
  graph.start({ subject });
  for (let round = 1; round <= rounds; round += 1) {
    graph.node({ name: 'draft', step: round * 2 - 1, input: { subject, round } }, () => {
      draftId = callModel(run, {
        name: 'ChatAnthropic',
        model: MODELS.sonnet,
        messages: [system(book.report.draft), user(`${subject}\n\n${findings}`)],
        answer: assistant(report),
        prompt: promptOf('report-draft', release),
      });
      return { output: { draft: report } };
    });
    const verdict = round === rounds ? 'publish' : 'revise';
    const comment = dice.pick(book.report.critiques);
    graph.node({ name: 'critique', step: round * 2, input: { draft: report } }, () => {
      trace.around({ type: 'EVALUATOR', name: 'editor' }, () => {
        callModel(run, {
          name: 'ChatOpenAI',
          model: MODELS.gpt41,
          messages: [system(book.report.critique), user(report)],
          answer: assistant(JSON.stringify({ verdict, comment })),
          prompt: promptOf('report-critique', release),
        });
        return { output: { verdict } };
      });
      graph.route('is_good_enough', verdict === 'publish' ? '__end__' : 'draft');
      return { output: { verdict, comment } };
    });
  }
  return { observationId: draftId, text: report };
}
