import { callModel } from '../call-model.ts';
import { assistant, system, user } from '../dialogue.ts';
import { MODELS } from '../models.ts';
import { promptOf } from '../releases.ts';
import type { Run } from '../run.ts';
import { embeddingUsage } from '../usage.ts';

const TAGS = [
  'durable',
  'gift',
  'lightweight',
  'waterproof',
  'compact',
  'handmade',
  'wool',
  'organic',
  'foldable',
  'quiet',
] as const;

/** The nightly job: nobody waits for it, it runs on the company's own model, and no list has a price for that. */
export function catalogTagging(run: Run): null {
  const { trace, dice, book, release, turn } = run;
  const { tenant } = turn.conversation.customer;
  const batches = dice.between(6, 12);
  const shop = book.products[tenant.goods];
  trace.around(
    {
      type: 'CHAIN',
      name: 'catalog-tagging',
      input: { shop: tenant.id, batches },
      metadata: { schedule: '0 2 * * *' },
    },
    () => {
      for (let batch = 1; batch <= batches; batch += 1) {
        trace.around({ type: 'SPAN', name: 'batch', metadata: { batch } }, () => {
          const product = dice.pick(shop);
          const tags = [dice.pick(TAGS), dice.pick(TAGS), dice.pick(TAGS)];
          callModel(run, {
            name: 'tag-products',
            model: MODELS.qwenLocal,
            messages: [system(book.prompts.tagging), user(`${product}\n${dice.pick(book.articles).text}`)],
            answer: assistant(
              JSON.stringify({
                tags: [...new Set(tags)],
                category: tenant.goods,
                season: dice.pick(['all', 'summer', 'winter']),
              }),
            ),
            prompt: promptOf('catalog-tagging', release),
            temperature: 0,
          });
          trace.step(
            {
              type: 'EMBEDDING',
              name: 'embed-products',
              model: MODELS.embedding.name,
              input: { products: 32 },
              output: { vectors: 32, dimensions: 1536 },
              ...embeddingUsage(MODELS.embedding, dice.between(1900, 3600)),
            },
            190 * dice.spread(),
          );
          return { output: { tagged: 32 } };
        });
      }
      trace.event({
        name: 'index-swapped',
        metadata: { index: `catalog-${tenant.id}`, products: batches * 32 },
      });
      return { output: { products: batches * 32 } };
    },
  );
  return null;
}
