import { callModel, countTokens } from '../call-model.ts';
import { assistant, sayTurn, system, user } from '../dialogue.ts';
import { Dice } from '../dice.ts';
import { fillSlots } from '../fill-slots.ts';
import { MODELS } from '../models.ts';
import type { Article } from '../phrasebook.ts';
import { promptOf } from '../releases.ts';
import { strikes } from '../run.ts';
import type { Answer, Run } from '../run.ts';
import { embeddingUsage } from '../usage.ts';

/** A question to the help centre, answered from passages that were found, and graded (RAG). */
export function helpCenterAnswer(run: Run): Answer | null {
  const { trace, dice, book, release, turn } = run;
  const { conversation } = turn;
  const topic = new Dice(conversation.seed).pick(book.topics);
  const { ask, answer } = sayTurn(topic.exchanges, conversation, turn.index);
  const summary = release.isRegressed ? fillSlots(book.prompts.summary, conversation.slots) : '';
  const text = `${answer} [1]${summary}`;
  let answerId = '';
  trace.around({ type: 'CHAIN', name: 'help-center-answer', input: { question: ask } }, () => {
    const query = `${conversation.slots.product} ${topic.intent.replace('_', ' ')}`;
    callModel(run, {
      name: 'rewrite-question',
      model: MODELS.gpt4oMini,
      messages: [system(book.prompts.rewrite), user(ask)],
      answer: assistant(query),
      prompt: promptOf('query-rewrite', release),
      temperature: 0,
    });
    const passages = findPassages(run, query);
    const rules = release.isRegressed ? book.prompts.houseRules : '';
    const cited = passages
      .map(({ title, text: body }, index) => `[${index + 1}] ${title}\n${body}`)
      .join('\n\n');
    answerId = callModel(run, {
      name: 'answer-from-passages',
      model: dice.pick([MODELS.gpt41, MODELS.sonnet, MODELS.flash]),
      messages: [system(book.prompts.grounded + rules), user(`${cited}\n\n${ask}`)],
      answer: assistant(text),
      prompt: promptOf('grounded-answer', release),
    });
    trace.step(
      {
        type: 'GUARDRAIL',
        name: 'output-guard',
        input: text,
        output: { flagged: false, checks: ['pii', 'promises'] },
      },
      30 * dice.spread(),
    );
    if (dice.chance(0.5)) judge(run, cited, text);
    return { output: { answer: text, sources: passages.map(({ id }) => id) } };
  });
  return { observationId: answerId, text };
}

function findPassages(run: Run, query: string): readonly Article[] {
  const { trace, dice, book } = run;
  const { language } = run.turn.conversation.customer.tenant;
  const first = dice.below(book.articles.length);
  const articleAt = (offset: number) =>
    book.articles[(first + offset) % book.articles.length] ?? book.articles[0];
  const found = [articleAt(0), articleAt(1), articleAt(3)];
  const listed = found.map(({ id, title, text }, rank) => ({
    id,
    title,
    score: (93 - rank * 7 - dice.below(6)) / 100,
    text,
  }));
  trace.step(
    {
      type: 'EMBEDDING',
      name: 'embed-question',
      model: MODELS.embedding.name,
      input: query,
      output: { dimensions: 1536 },
      ...embeddingUsage(MODELS.embedding, countTokens([user(query)], language)),
    },
    MODELS.embedding.firstToken * dice.spread(),
  );
  const isSlow = strikes(run, 'slow-search');
  trace.inParallel([
    () =>
      trace.step(
        {
          type: 'RETRIEVER',
          name: 'vector-search',
          input: { query, top_k: 3, index: 'help-center-v5' },
          output: listed,
          ...(isSlow
            ? { level: 'WARNING', statusMessage: 'Slow query: shard 3 answered after its soft limit of 2 s' }
            : {}),
        },
        isSlow ? 2400 * dice.spread() : 64 * dice.spread(),
      ),
    () =>
      trace.step(
        {
          type: 'RETRIEVER',
          name: 'keyword-search',
          input: { query, top_k: 3 },
          output: listed.slice(1).map(({ id, score }) => ({ id, score })),
        },
        28 * dice.spread(),
      ),
  ]);
  trace.step(
    {
      type: 'SPAN',
      name: 'rerank',
      input: { query, candidates: 5 },
      output: listed.map(({ id, score }) => ({ id, score })),
      metadata: { reranker: 'bge-reranker-v2-m3' },
    },
    120 * dice.spread(),
  );
  return found;
}

function judge(run: Run, cited: string, text: string): void {
  const { trace, dice, book, release } = run;
  const isGood = dice.chance(release.isRegressed ? 0.6 : 0.88);
  const reason = dice.pick(isGood ? book.feedback.judgedGood : book.feedback.judgedBad);
  const groundedness = isGood ? dice.between(82, 100) / 100 : dice.between(30, 70) / 100;
  trace.around({ type: 'EVALUATOR', name: 'groundedness', input: { answer: text } }, () => {
    callModel(run, {
      name: 'judge',
      model: MODELS.haiku,
      messages: [system(book.prompts.judge), user(`${cited}\n\n---\n${text}`)],
      answer: assistant(JSON.stringify({ groundedness, reason })),
      prompt: promptOf('groundedness-judge', release),
      temperature: 0,
    });
    return { output: { groundedness, reason } };
  });
}
