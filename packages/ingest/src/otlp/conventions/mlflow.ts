import { parseJsonText } from '../../json/parse-embedded-json.ts';
import { toolDefinitions } from '../../tools/tool-definitions.ts';
import { normalizeUsage } from '../../usage/normalize-usage.ts';
import type { NormalizedUsage } from '../../usage/normalized-usage.ts';
import { jsonPayload, object, text } from '../span-source.ts';
import type { SpanSource } from '../span-source.ts';
import { typeBy } from '../type-table.ts';
import { speaking } from './vocabulary.ts';
import type { Vocabulary } from './vocabulary.ts';

const USAGE = 'mlflow.chat.tokenUsage';
const TOOLS = 'mlflow.chat.tools';

/** MLflow Tracing. Every value is JSON text, even single words: `"CHAT_MODEL"`. */
export const MLFLOW: Vocabulary = {
  name: 'mlflow',
  prefixes: ['mlflow.'],
  consumes: (key) => key === USAGE || key === TOOLS,
};

/** A word, with the quotes of JSON or without. */
function word(key: string): SpanSource<string> {
  const read = text(key);
  return (span, group) => {
    const value = read(span, group);
    const unquoted = value?.startsWith('"') ? parseJsonText(value) : value;
    return typeof unquoted === 'string' && unquoted !== '' ? unquoted : undefined;
  };
}

const type = typeBy(word('mlflow.spanType'), {
  LLM: 'GENERATION',
  CHAT_MODEL: 'GENERATION',
  TOOL: 'TOOL',
  AGENT: 'AGENT',
  RETRIEVER: 'RETRIEVER',
  EMBEDDING: 'EMBEDDING',
  CHAIN: 'CHAIN',
  WORKFLOW: 'CHAIN',
  EVALUATOR: 'EVALUATOR',
  GUARDRAIL: 'GUARDRAIL',
});

const tokenUsage = object(USAGE);

const usage: SpanSource<NormalizedUsage> = (span, group) =>
  normalizeUsage({ usageDetails: tokenUsage(span, group) });

export const mlflow = speaking(MLFLOW, {
  type,
  model: word('mlflow.llm.model'),
  usage,
  userId: word('mlflow.trace.user'),
  sessionId: word('mlflow.trace.session'),
  payload: jsonPayload('mlflow.spanInputs', 'mlflow.spanOutputs'),
  tools: ({ attributes }) => toolDefinitions(attributes.get(TOOLS)),
});
