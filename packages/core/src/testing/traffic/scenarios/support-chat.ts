import { callModel } from '../call-model.ts';
import { assistant, historyBefore, sayTurn, system, user } from '../dialogue.ts';
import { Dice } from '../dice.ts';
import type { Weighted } from '../dice.ts';
import { fillSlots } from '../fill-slots.ts';
import { MODELS } from '../models.ts';
import type { Model } from '../models.ts';
import { promptOf } from '../releases.ts';
import { strikes } from '../run.ts';
import type { Answer, Run } from '../run.ts';

const CHAT_MODELS: Weighted<{ readonly model: Model }> = [
  { model: MODELS.gpt41, weight: 5 },
  { model: MODELS.sonnet, weight: 3 },
  { model: MODELS.gpt5, weight: 2 },
];
const CHINESE_CHAT_MODELS: Weighted<{ readonly model: Model }> = [
  { model: MODELS.deepseek, weight: 6 },
  { model: MODELS.gpt41, weight: 2 },
];

/** A turn of a chat: a guard, an intent, sometimes a policy, and an answer that knows what was said before. */
export function supportChat(run: Run): Answer | null {
  const { trace, dice, book, release, turn } = run;
  const { conversation, index } = turn;
  const topic = new Dice(conversation.seed).pick(book.topics);
  const said = sayTurn(topic.exchanges, conversation, index);
  const { model } = new Dice(conversation.seed + 1).pickWeighted(
    conversation.customer.tenant.language === 'chinese' ? CHINESE_CHAT_MODELS : CHAT_MODELS,
  );
  const isRefused = strikes(run, 'refusal');
  const summary = release.isRegressed ? fillSlots(book.prompts.summary, conversation.slots) : '';
  const text = isRefused ? book.refusal : said.answer + summary;
  let answerId = '';
  trace.around({ type: 'SPAN', name: 'support-chat', input: { message: said.ask } }, () => {
    trace.step(
      {
        type: 'GUARDRAIL',
        name: 'input-guard',
        input: said.ask,
        output: { flagged: isRefused, categories: isRefused ? ['prompt-injection'] : [] },
        ...(isRefused ? { level: 'WARNING', statusMessage: 'Flagged: prompt-injection' } : {}),
      },
      45 * dice.spread(),
    );
    const intent = {
      intent: topic.intent,
      sentiment: dice.pick(['neutral', 'negative', 'positive']),
      confidence: 0.7 + dice.below(30) / 100,
    };
    callModel(run, {
      name: 'classify-intent',
      model: MODELS.gpt4oMini,
      messages: [system(book.prompts.classify), user(said.ask)],
      answer: assistant(JSON.stringify(intent)),
      prompt: promptOf('intent-classifier', release),
      temperature: 0,
    });
    if (index > 0) {
      trace.step(
        { type: 'SPAN', name: 'load-history', output: { turns: index, summary: topic.intent } },
        22 * dice.spread(),
      );
    }
    const articles = index === 0 ? [dice.pick(book.articles)] : [];
    if (articles.length > 0) {
      trace.step(
        {
          type: 'RETRIEVER',
          name: 'policy-lookup',
          input: topic.intent,
          output: articles.map(({ id, title, text: policy }) => ({ id, title, text: policy })),
        },
        38 * dice.spread(),
      );
    }
    const rules = release.isRegressed ? book.prompts.houseRules : '';
    const policy = articles.map(({ title, text: body }) => `\n\n# ${title}\n${body}`).join('');
    trace.around(
      { type: 'CHAIN', name: 'compose-reply', input: { intent: topic.intent, turn: index + 1 } },
      () => {
        answerId = callModel(run, {
          name: 'answer',
          model,
          messages: [
            system(book.prompts.support + rules + policy),
            ...historyBefore(topic.exchanges, conversation, index),
            user(said.ask),
          ],
          answer: assistant(text),
          prompt: promptOf('support-answer', release),
        });
        return { output: text };
      },
    );
    trace.step(
      {
        type: 'GUARDRAIL',
        name: 'output-guard',
        input: text,
        output: { flagged: false, checks: ['pii', 'promises'] },
      },
      30 * dice.spread(),
    );
    if (index > 1 && dice.chance(0.2)) {
      trace.event({
        name: 'escalation-offered',
        level: 'DEBUG',
        metadata: { reason: 'third turn without resolution' },
      });
    }
    return { output: { message: text, intent: topic.intent } };
  });
  return { observationId: answerId, text };
}
