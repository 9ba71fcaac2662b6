import { patternRisk } from './pattern-risk.ts';

/** Longest model name that is matched at all: longer ones are no names, and cost time. */
export const MAX_MODEL_NAME_LENGTH = 200;

/** What PostgreSQL's regular expressions have and JavaScript's read as something else. */
const POSTGRES_ONLY = /\\[mMyYAZ]|\[\[[:.=]/;

/**
 * Compiles a pattern written for PostgreSQL's `~`: a leading `(?i)` becomes the flag, for JavaScript knows none inside.
 * JavaScript cannot interrupt a match, so patterns that could take long on a name of {@link MAX_MODEL_NAME_LENGTH}
 * characters are refused instead.
 *
 * Answers what is wrong as text.
 */
export function compilePattern(pattern: string, isCaseInsensitive = false): RegExp | string {
  const isMarked = pattern.startsWith('(?i)');
  const source = isMarked ? pattern.slice('(?i)'.length) : pattern;
  if (source === '') return 'is empty and would match every name; use `.` to mean that';
  if (POSTGRES_ONLY.test(source)) {
    return 'uses an escape or a class that only PostgreSQL knows; write it with `^`, `$`, `\\b`, `\\d` or `[a-z]`';
  }
  let compiled: RegExp;
  try {
    compiled = new RegExp(source, isMarked || isCaseInsensitive ? 'i' : '');
  } catch (cause) {
    return `is no regular expression: ${cause instanceof Error ? cause.message : String(cause)}`;
  }
  return patternRisk(source) ?? compiled;
}
