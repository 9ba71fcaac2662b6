import { PRECEDENCE } from './conventions/precedence.ts';
import type { Precedence } from './conventions/precedence.ts';
import type { Source } from './conventions/vocabulary.ts';
import type { Attributes } from './otlp-export.ts';
import { spokenPrecedence } from './spoken-precedence.ts';
import { spokenByKey } from './spoken-vocabularies.ts';
import type { VocabularySet } from './spoken-vocabularies.ts';

/** Senders have few shapes. Past this many somebody puts data into names, and all are forgotten. */
const REMEMBERED = 10_000;
const LONGEST_KEY = 256;
const MOST_KEYS = 64;

/**
 * Spans whose attributes have the same names in the same order. What depends on names alone is found out once for all of
 * them, and a span finds its shape by one step for each name:
 *
 *     ─▶ (none) ─ "gen_ai.operation.name" ─▶ shape ─ "gen_ai.request.model" ─▶ shape
 *                                                 └─ "gen_ai.tool.name" ─▶ shape
 */
export class SpanShape {
  /** The vocabularies of its names. */
  readonly spoken: VocabularySet;
  readonly #keys: readonly string[];
  readonly #next = new Map<string, SpanShape>();
  readonly #narrowed = new Map<VocabularySet, Precedence>();
  #seen = 0;

  constructor(keys: readonly string[], spoken: VocabularySet) {
    this.#keys = keys;
    this.spoken = spoken;
  }

  step(key: string): SpanShape {
    const known = this.#next.get(key);
    if (known !== undefined) return known;
    const next = new SpanShape([...this.#keys, key], this.spoken | spokenByKey(key));
    this.#next.set(key, next);
    remembered += 1;
    return next;
  }

  /** The precedence of some vocabularies without the sources that look only at attributes which its spans lack. */
  precedence(spoken: VocabularySet): Precedence {
    const whole = spokenPrecedence(spoken);
    // Who is met once only is not worth it.
    if (this.#seen < 2) {
      this.#seen += 1;
      return whole;
    }
    const known = this.#narrowed.get(spoken);
    if (known !== undefined) return known;
    const tables = Object.keys(PRECEDENCE).map((target) => {
      const sources: readonly Source<unknown>[] = whole[target as keyof Precedence];
      return [target, sources.filter(({ read: { looksAt } }) => !looksAt || this.#keys.some(looksAt))];
    });
    const narrowed = Object.fromEntries(tables) as Precedence;
    this.#narrowed.set(spoken, narrowed);
    return narrowed;
  }
}

let remembered = 0;
let none = new SpanShape([], 0);

/** `null` for attributes that are too many to have a shape in common with others. */
export function shapeOf(attributes: Attributes): SpanShape | null {
  if (attributes.size > MOST_KEYS) return null;
  if (remembered > REMEMBERED) {
    none = new SpanShape([], 0);
    remembered = 0;
  }
  let shape = none;
  for (const key of attributes.keys()) {
    if (key.length > LONGEST_KEY) return null;
    shape = shape.step(key);
  }
  return shape;
}
