export type Language = 'english' | 'chinese';
export type Goods = 'outdoor' | 'home' | 'electronics' | 'kitchen';

type Some<Item> = readonly [Item, ...Item[]];

/**
 * What people, models and documents say in one language. Texts have slots, such as `{product}`, that
 * {@link fillSlots} fills with what a conversation is about.
 */
export interface Phrasebook {
  readonly people: Some<Person>;
  readonly products: Readonly<Record<Goods, Some<string>>>;
  readonly carriers: Some<string>;
  readonly cities: Some<string>;
  /** What a conversation may be about. */
  readonly topics: Some<Topic>;
  /** Of the help centre. */
  readonly articles: Some<Article>;
  readonly prompts: Prompts;
  readonly report: ReportPhrases;
  readonly call: CallPhrases;
  readonly feedback: FeedbackPhrases;
  readonly refusal: string;
  readonly refund: RefundPhrases;
}

export interface Person {
  readonly name: string;
  /** The part of an address before the `@`. */
  readonly handle: string;
}

export interface Topic {
  /** As the classifier calls it. */
  readonly intent: string;
  /** The turns of a conversation, in order. */
  readonly exchanges: Some<Exchange>;
}

/** An answer fits the question at the same place; where there is one answer only, it fits all. */
export interface Exchange {
  readonly ask: Some<string>;
  readonly answer: Some<string>;
}

export interface Article {
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

/** System prompts. */
export interface Prompts {
  readonly support: string;
  /** What a later version of the prompts adds: it makes every call longer. */
  readonly houseRules: string;
  /** How answers end under the house rules. */
  readonly summary: string;
  readonly classify: string;
  readonly rewrite: string;
  readonly grounded: string;
  readonly agent: string;
  readonly judge: string;
  readonly tagging: string;
}

export interface ReportPhrases {
  readonly subjects: Some<string>;
  readonly questions: Some<string>;
  readonly findings: Some<string>;
  readonly sections: Some<string>;
  readonly critiques: Some<string>;
  readonly plan: string;
  readonly draft: string;
  readonly critique: string;
}

export interface CallPhrases {
  readonly persona: string;
  readonly greeting: string;
  readonly exchanges: Some<Exchange>;
}

export interface FeedbackPhrases {
  readonly good: Some<string>;
  readonly bad: Some<string>;
  readonly judgedGood: Some<string>;
  readonly judgedBad: Some<string>;
  readonly notes: Some<string>;
  readonly corrected: string;
}

export interface RefundPhrases {
  readonly reasons: Some<string>;
  readonly assess: string;
  readonly assessment: string;
  readonly question: string;
  readonly approved: string;
  readonly declined: string;
}
