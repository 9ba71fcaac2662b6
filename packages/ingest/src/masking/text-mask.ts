import type { Patch } from '@oriel/core';
import type { MaskingRule, TriggeredRule } from './masking-rule.ts';
import { textTriggers } from './text-triggers.ts';

/** Where a text stands, for a host's masking function. */
export interface MaskedText {
  /** `report`: no record, but what is said about some, such as why one was rejected. */
  readonly record: Patch['kind'] | 'report';
  /** The field of the patch, such as `input`, `metadata` or `statusMessage`; of a report, `where` or `reason`. */
  readonly field: string;
}

/** Stands where a host's function failed, as in the Langfuse SDKs (reference 3.3). */
const FAILED = '<fully masked due to failed mask function>';

/** Counted under this name. */
const FAILURE = 'mask-failed';

/** Values of fields named like credentials are counted with those in text. */
const CREDENTIAL = 'credential';

/** Stands for such a value. */
export const HIDDEN_CREDENTIAL = `<${CREDENTIAL}>`;

/** Some megabytes at most. */
const MOST_REMEMBERED = 8192;
const LONGEST_REMEMBERED = 256;

const SMALLEST_LONG_NUMBER = 1e12;

/** Applies rules to single texts and counts their finds. */
export class TextMask {
  readonly #rules: readonly CountedRule[];
  readonly #numeric: readonly CountedRule[];
  readonly #host: ((text: string, at: MaskedText) => string) | undefined;
  readonly #counts = new Map<string, number>();
  /** Texts in which rules found nothing. */
  readonly #clean = new Set<string>();

  constructor(rules: readonly MaskingRule[], host?: (text: string, at: MaskedText) => string) {
    this.#rules = rules.map((rule) => this.#countedRule(rule));
    this.#numeric = this.#rules.filter((rule) => rule.readsNumbers);
    this.#host = host;
  }

  counts(): Readonly<Record<string, number>> {
    return Object.fromEntries(this.#counts);
  }

  /** A text of a client's, by all rules and by the host's function. */
  mask(text: string, at: MaskedText): string {
    const masked = this.maskKey(text);
    return this.#host ? this.#byHost(this.#host, masked, at) : masked;
  }

  /** A name of a client's, by the rules: a host's function would not know what depends on it. */
  maskKey(text: string): string {
    if (this.#isKnownClean(text)) return text;
    const masked = this.#byRules(text);
    if (masked === text) this.#remember(text);
    return masked;
  }

  #byRules(text: string): string {
    let masked = text;
    const triggers = textTriggers(text);
    for (const rule of this.#rules) {
      if (rule.triggers === null || (rule.triggers & triggers) !== 0) masked = rule.mask(masked, rule.hide);
    }
    return masked;
  }

  /** A number, which becomes text where a rule finds it to be more than a number. */
  maskNumber(value: number): number | string {
    if (value < SMALLEST_LONG_NUMBER || this.#numeric.length === 0 || !Number.isInteger(value)) return value;
    const digits = value.toFixed(0);
    let masked = digits;
    for (const rule of this.#numeric) masked = rule.mask(masked, rule.hide);
    return masked === digits ? value : masked;
  }

  /** The value of a field named like a credential. */
  hideCredential(): string {
    this.#count(CREDENTIAL);
    return HIDDEN_CREDENTIAL;
  }

  hideUnmaskable(): string {
    this.#count(FAILURE);
    return FAILED;
  }

  /** Most texts of a trace are the same few: looking one up is several times cheaper than looking through it. */
  #isKnownClean(text: string): boolean {
    return text.length <= LONGEST_REMEMBERED && this.#clean.has(text);
  }

  #remember(text: string): void {
    if (text.length > LONGEST_REMEMBERED) return;
    if (this.#clean.size >= MOST_REMEMBERED) this.#clean.clear();
    this.#clean.add(text);
  }

  #byHost(host: (text: string, at: MaskedText) => string, text: string, at: MaskedText): string {
    try {
      const masked: unknown = host(text, at);
      return typeof masked === 'string' ? masked : this.hideUnmaskable();
    } catch {
      return this.hideUnmaskable();
    }
  }

  #count(name: string): void {
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + 1);
  }

  #countedRule(rule: MaskingRule | TriggeredRule): CountedRule {
    const { name, mask, readsNumbers = false } = rule;
    this.#counts.set(name, 0);
    return {
      readsNumbers,
      triggers: 'triggers' in rule ? rule.triggers : null,
      hide: () => {
        this.#count(name);
        return `<${name}>`;
      },
      mask: (text, hide) => {
        try {
          const masked: unknown = mask(text, hide);
          return typeof masked === 'string' ? masked : this.hideUnmaskable();
        } catch {
          return this.hideUnmaskable();
        }
      },
    };
  }
}

interface CountedRule {
  readonly readsNumbers: boolean;
  /** `null`: asked about every text. */
  readonly triggers: number | null;
  readonly hide: () => string;
  /** Never throws. */
  readonly mask: (text: string, hide: () => string) => string;
}
