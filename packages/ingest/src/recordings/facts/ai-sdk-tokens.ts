import { expect } from 'vitest';
import type { Observation } from '@oriel/core';
import type { ReplayedTrace } from '../read-back.ts';
import { expectSameItems } from './compare.ts';

type Sent = Readonly<Record<string, string | number>>;

/** The same count under the names it has in different majors and vocabularies. */
const INPUT = [
  'gen_ai.usage.input_tokens',
  'ai.usage.inputTokens',
  'ai.usage.promptTokens',
  'llm.token_count.prompt',
];
const OUTPUT = [
  'gen_ai.usage.output_tokens',
  'ai.usage.outputTokens',
  'ai.usage.completionTokens',
  'llm.token_count.completion',
];

/** Spans that say again what the calls of models below them took. */
const REPEATS = /^(?:ai\.[a-zA-Z]+|invoke_agent .+|step \d+)$/;

/** Every count is on the call of a model that took it, and the spans around it only remember what they sent. */
export function expectSdkTokens(sent: readonly Sent[], { observations, payloads }: ReplayedTrace): void {
  const counted = observations.filter(({ usage }) => Object.keys(usage).length > 0);
  const own = sent.filter(({ name }) => !REPEATS.test(String(name)));
  expectSameItems(
    counted.map(tokensOf),
    own.map((tokens) => [tokens['name'], first(tokens, INPUT), first(tokens, OUTPUT), total(tokens)]),
    'tokens of calls of a model',
  );
  for (const { name, ...tokens } of sent.filter((span) => REPEATS.test(String(span['name'])))) {
    // Steps repeat details only, which are no counts of their own.
    if ([...INPUT, ...OUTPUT, 'ai.usage.tokens'].every((count) => tokens[count] === undefined)) continue;
    const repeating = observations.filter((observation) => observation.name === name);
    const told = repeating.map(({ id }) => payloads.get(id)?.provenance);
    expect(told, String(name)).toContainEqual(
      expect.objectContaining({ usageRule: 'aggregate', rawUsage: rawCounts(tokens) }),
    );
  }
}

function tokensOf({ name, usage }: Observation) {
  return [name, sumOf(usage, 'input'), sumOf(usage, 'output'), usage['total']];
}

/** Details are parts of the count they detail. */
function sumOf(usage: Observation['usage'], side: string): number {
  const parts = Object.entries(usage).filter(([key]) => key === side || key.startsWith(`${side}_`));
  return parts.reduce((sum, [, count]) => sum + count, 0);
}

function first(tokens: Sent, names: readonly string[]): number {
  return Number(names.map((name) => tokens[name]).find((count) => count !== undefined) ?? 0);
}

function total(tokens: Sent): number {
  return Number(
    tokens['ai.usage.totalTokens'] ??
      tokens['ai.usage.tokens'] ??
      first(tokens, INPUT) + first(tokens, OUTPUT),
  );
}

/** Raw counts are kept under the names they were sent with, those of OpenTelemetry without their prefix. */
function rawCounts(tokens: Sent): unknown {
  return expect.toSatisfy((raw: Sent) =>
    Object.entries(tokens).every(
      ([name, count]) => raw[name] === count || raw[name.replace('gen_ai.usage.', '')] === count,
    ),
  );
}
