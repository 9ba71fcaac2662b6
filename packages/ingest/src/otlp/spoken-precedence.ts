import { PRECEDENCE, VOCABULARIES } from './conventions/precedence.ts';
import type { Precedence } from './conventions/precedence.ts';
import type { Source } from './conventions/vocabulary.ts';
import type { VocabularySet } from './spoken-vocabularies.ts';

/** Data that names many different vocabularies at once is made up. */
const REMEMBERED = 1000;

const known = new Map<VocabularySet, Precedence>();

/** The precedence without the sources of vocabularies outside the set. Few sets occur, so each is made once. */
export function spokenPrecedence(spoken: VocabularySet): Precedence {
  let precedence = known.get(spoken);
  if (precedence === undefined) {
    const tables = Object.entries<readonly Source<unknown>[]>(PRECEDENCE).map(([target, sources]) => [
      target,
      sources.filter(({ vocabulary }) => (spoken & (1 << VOCABULARIES.indexOf(vocabulary))) !== 0),
    ]);
    precedence = Object.fromEntries(tables) as Precedence;
    if (known.size < REMEMBERED) known.set(spoken, precedence);
  }
  return precedence;
}
