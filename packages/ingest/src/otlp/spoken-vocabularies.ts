import { VOCABULARIES } from './conventions/precedence.ts';
import type { Vocabulary } from './conventions/vocabulary.ts';
import type { Attributes, OtlpSpan, SpanGroup } from './otlp-export.ts';

/** A set of vocabularies: bit n stands for the n-th of them. */
export type VocabularySet = number;

/** What an attribute's name says, whatever its value. */
interface KeyFacts {
  readonly vocabularies: VocabularySet;
  readonly isConsumed: boolean;
}

/** Senders use few names over and over. Past this many different ones somebody puts data into names. */
const REMEMBERED = 10_000;
const LONGEST_REMEMBERED = 256;

const factsOfKeys = new Map<string, KeyFacts>();

/** What is spoken without a word of it: general OpenTelemetry. */
const ALWAYS = setOf((vocabulary) => vocabulary.name === null);

function factsOf(key: string): KeyFacts {
  const known = factsOfKeys.get(key);
  if (known !== undefined) return known;
  const facts: KeyFacts = {
    vocabularies: setOf(
      ({ prefixes, keys }) =>
        prefixes.some((prefix) => key.startsWith(prefix)) || (keys?.includes(key) ?? false),
    ),
    isConsumed: VOCABULARIES.some((vocabulary) => vocabulary.consumes(key)),
  };
  if (key.length <= LONGEST_REMEMBERED && factsOfKeys.size < REMEMBERED) factsOfKeys.set(key, facts);
  return facts;
}

/** True for attributes that a field of the record holds. */
export function isConsumed(key: string): boolean {
  return factsOf(key).isConsumed;
}

/** The vocabularies that a group's scope makes all its spans speak. */
export function spokenByScope({ scope }: SpanGroup): VocabularySet {
  return setOf(({ scopes }) => scopes?.includes(scope.name) ?? false);
}

/** The vocabularies that have an attribute of this name. */
export function spokenByKey(key: string): VocabularySet {
  return factsOf(key).vocabularies;
}

/** The vocabularies among some attributes. */
export function spokenIn(attributes: Attributes): VocabularySet {
  let spoken = 0;
  for (const key of attributes.keys()) spoken |= spokenByKey(key);
  return spoken;
}

/** The vocabularies of a span's events, and what is spoken always. */
export function spokenByEvents({ events }: OtlpSpan): VocabularySet {
  let spoken = ALWAYS;
  for (const { name } of events) {
    spoken |= setOf((vocabulary) => vocabulary.events?.some((prefix) => name.startsWith(prefix)) ?? false);
  }
  return spoken;
}

/** The name of the set's first vocabulary that has one. */
export function firstConvention(spoken: VocabularySet): string | null {
  return VOCABULARIES.find(({ name }, index) => name !== null && (spoken & (1 << index)) !== 0)?.name ?? null;
}

function setOf(isMember: (vocabulary: Vocabulary) => boolean): VocabularySet {
  let set = 0;
  for (const [index, vocabulary] of VOCABULARIES.entries()) {
    if (isMember(vocabulary)) set |= 1 << index;
  }
  return set;
}
