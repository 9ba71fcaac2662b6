import { isJsonObject } from '../../model/json.ts';
import type { JsonValue } from '../../model/json.ts';
import type { ScoreDataType } from '../../model/score.ts';

/** How people may judge something: the rules of one score, kept as a document of kind `score-config` (reference 1.6). */
export interface ScoreConfig {
  readonly name: string;
  readonly dataType: Exclude<ScoreDataType, 'CORRECTION'>;
  /** Of NUMERIC scores; `null`: no limit. */
  readonly minValue: number | null;
  readonly maxValue: number | null;
  /** What a CATEGORICAL score can be, in the order to show; empty for the others. */
  readonly categories: readonly string[];
  /** What it is about, for who judges. */
  readonly description: string | null;
  /** No longer offered; scores made by it stay. */
  readonly isArchived: boolean;
}

/** 1 to 35 letters, digits, spaces and `_ . ( ) -` (reference 1.6). */
const NAME = /^[\p{L}\p{N} _.()-]{1,35}$/u;
const DATA_TYPES: readonly string[] = ['NUMERIC', 'CATEGORICAL', 'BOOLEAN', 'TEXT'];

/**
 * Reads a config out of a document. Of what is wrong with it, one sentence each: what, and what would be right. A
 * category may be a text, or `{label, value}` as Langfuse has them.
 */
export function readScoreConfig(
  body: JsonValue,
): { readonly config: ScoreConfig } | { readonly config: null; readonly problems: readonly string[] } {
  if (!isJsonObject(body))
    return { config: null, problems: ['A score config is an object with a name and a dataType.'] };
  const { name, dataType } = body;
  const minValue = numberOf(body['minValue']);
  const maxValue = numberOf(body['maxValue']);
  const categories = categoriesOf(body['categories']);
  const problems: string[] = [];
  if (typeof name !== 'string' || !NAME.test(name)) {
    problems.push('The name has 1 to 35 letters, digits, spaces or any of _ . ( ) -.');
  }
  if (typeof dataType !== 'string' || !DATA_TYPES.includes(dataType)) {
    problems.push(`The data type is one of ${DATA_TYPES.join(', ')}.`);
  }
  if (minValue !== null && maxValue !== null && minValue >= maxValue) {
    problems.push('The smallest value has to be below the largest.');
  }
  if (dataType === 'CATEGORICAL' && categories.length === 0)
    problems.push('A categorical score has at least one category.');
  if (new Set(categories).size < categories.length) problems.push('Every category has a label of its own.');
  if (problems.length > 0) return { config: null, problems };
  return {
    config: {
      name: name as string,
      dataType: dataType as ScoreConfig['dataType'],
      minValue: dataType === 'NUMERIC' ? minValue : null,
      maxValue: dataType === 'NUMERIC' ? maxValue : null,
      categories: dataType === 'CATEGORICAL' ? categories : [],
      description:
        typeof body['description'] === 'string' && body['description'] !== '' ? body['description'] : null,
      isArchived: body['isArchived'] === true,
    },
  };
}

function numberOf(value: JsonValue | undefined): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

function categoriesOf(value: JsonValue | undefined): readonly string[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((category: JsonValue) => {
    const label = isJsonObject(category) ? category['label'] : category;
    return typeof label === 'string' && label !== '' ? [label] : [];
  });
}

/** What a judgement says that breaks the rules of its config; `null` when it keeps them. */
export type ScoreProblem =
  'missing' | 'not-a-number' | 'too-small' | 'too-large' | 'unknown-category' | 'too-long';

/** Longest text of a TEXT score (reference 2.6). */
export const MAX_SCORE_TEXT = 500;

/** Checks a judgement against its config. Booleans are 0 and 1. */
export function checkScoreValue(config: ScoreConfig, value: number | string | null): ScoreProblem | null {
  if (value === null || value === '') return 'missing';
  switch (config.dataType) {
    case 'NUMERIC':
      if (typeof value !== 'number' || !Number.isFinite(value)) return 'not-a-number';
      if (config.minValue !== null && value < config.minValue) return 'too-small';
      return config.maxValue !== null && value > config.maxValue ? 'too-large' : null;
    case 'BOOLEAN':
      return value === 0 || value === 1 ? null : 'not-a-number';
    case 'CATEGORICAL':
      return config.categories.includes(String(value)) ? null : 'unknown-category';
    case 'TEXT':
      break;
  }
  return String(value).length > MAX_SCORE_TEXT ? 'too-long' : null;
}
