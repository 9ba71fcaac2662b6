import { describe, expect, it } from 'vitest';
import { MAX_MODEL_NAME_LENGTH, compilePattern } from './price-pattern.ts';

function finds(pattern: string, name: string): boolean {
  const compiled = compilePattern(pattern);
  if (typeof compiled === 'string') throw new Error(compiled);
  return compiled.test(name);
}

it('takes (?i) as PostgreSQL does: any case', () => {
  expect(finds('(?i)^(openai/)?(gpt-4o)$', 'OpenAI/GPT-4o')).toBe(true);
  expect(finds('^(openai/)?(gpt-4o)$', 'GPT-4o')).toBe(false);
});

it('finds a pattern anywhere in the name', () => {
  expect(finds('claude-sonnet-4', 'us.anthropic.claude-sonnet-4-20250514-v1:0')).toBe(true);
});

describe('refuses', () => {
  it.each([
    ['no expression', 'gpt-(4', 'is no regular expression'],
    ['flags inside', '^(?x)gpt', 'is no regular expression'],
    ['an empty pattern', '(?i)', 'is empty'],
    ['classes of PostgreSQL', '^gpt-[[:digit:]]', 'only PostgreSQL knows'],
    ['word edges of PostgreSQL', '\\mgpt\\M', 'only PostgreSQL knows'],
    ['nested repetition', '^(a+)+$', 'repeats a group'],
    ['nested repetition two groups deep', '^((a|b))*$', 'repeats a group'],
    ['a repeated choice', '^(a|a)*$', 'repeats a group'],
    ['a repeated range', '^(a{1,2}){9,}$', 'repeats a group'],
    ['a repeated optional part', '^(?:a?b?)*$', 'repeats a group'],
    ['references', '^(a+)-\\1$', 'refers back'],
    ['many repetitions', '^.*a.*b.*c.*d$', 'too many'],
    ['many repetitions ahead', '^(?=.*a.*b.*c.*d)', 'too many'],
  ])('%s', (_, pattern, problem) => {
    expect(compilePattern(pattern)).toContain(problem);
  });
});

it.each([
  '(?i)^(openai/)?(gpt-4o)$',
  '(?i)^(eu\\.|us\\.|apac\\.)?(anthropic\\.claude-sonnet-4-20250514-v\\d+(:\\d+)?)$',
  '^(?!.*-[tT][tT][sS](?:$|-))gemini-2\\.5-pro',
  '^(gpt-4o)[(]preview[)]*$',
  '^(?<vendor>[a-z]{2,10}/)?mistral-[^/|]+$',
  '^claude-(?:opus|sonnet)-4(-\\d{8})?$',
])('takes %s', (pattern) => {
  expect(compilePattern(pattern)).toBeInstanceOf(RegExp);
});

it('is soon through with the slowest pattern it takes', () => {
  const slowest = compilePattern('^a*a*a*$') as RegExp;

  expect(slowest.test(`${'a'.repeat(MAX_MODEL_NAME_LENGTH - 1)}!`)).toBe(false);
});
