import { traceIdFromSeed } from '@oriel/core';
import type { JsonValue, Patch } from '@oriel/core';
import { IngestError } from '../ingest-error.ts';
import { rewriteFields } from '../patch-fields.ts';
import { CREDENTIAL_RULES } from './masking-rules.ts';
import type { MaskingRule } from './masking-rule.ts';
import { TextMask } from './text-mask.ts';
import type { MaskedText } from './text-mask.ts';
import { ValueMask } from './value-mask.ts';

export interface MaskingOptions {
  /** What to hide besides credentials, such as `Object.values(maskingRules)`. Default: nothing. */
  readonly rules?: readonly MaskingRule[] | undefined;
  /**
   * A function of the host's over every text that rules have gone over; it answers the text to store. One that
   * throws, or answers no string, hides the text as a whole, as does a rule that does.
   */
  readonly mask?: ((text: string, at: MaskedText) => string) | undefined;
  /**
   * `keep`: ids of users and sessions stay, because records are found and grouped by them. `pseudonym`: where a rule
   * finds something in one, it becomes a text made of the id, the same for the same id: grouping works, and nobody
   * reads who it is. Who can guess the id can verify the guess. Default `keep`.
   */
  readonly userIds?: 'keep' | 'pseudonym' | undefined;
}

/** Hides what must not be stored, in everything of patches that may hold text. */
export interface Masker {
  /** Patches with nothing to hide come back themselves. */
  readonly mask: (patches: readonly Patch[]) => readonly Patch[];
  /** A text of a report, such as why an item was rejected: it may quote what the item held. */
  readonly maskReport: (text: string, field: 'where' | 'reason') => string;
  /**
   * How often each rule hid something, since the masker was made, by the rule's name; under `mask-failed`, the texts
   * that were hidden whole because the host's function threw.
   */
  readonly counts: () => Readonly<Record<string, number>>;
}

/**
 * Covered are all texts at any depth, and the keys of objects (rules only): input, output, metadata and every
 * attribute in it, messages, status messages, names, tags, models and their parameters, tools, counts as sent,
 * comments and values of scores, names of counts and costs. JSON inside text is text.
 *
 * Not covered are ids and `environment`: records are joined by them, so two that look alike once hidden would become
 * one. Give users ids that tell nothing, or set `userIds`.
 *
 * Credentials are hidden without being asked for: API keys, tokens, PEM blocks, what follows `Bearer` and `Basic`,
 * and whatever stands in a field named like one (`authorization`, `apiKey`, `x-api-key`, `password`, `cookie`, …).
 *
 * @throws IngestError `bad-option` - two rules have one name.
 */
export function createMasker({ rules = [], mask, userIds = 'keep' }: MaskingOptions = {}): Masker {
  const all: readonly MaskingRule[] = [...CREDENTIAL_RULES, ...rules];
  const names = all.map(({ name }) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) {
    throw new IngestError(
      'bad-option',
      `Two masking rules are named ${JSON.stringify(twice)}, so their finds could not be told apart. Name each differently; rules for credentials are there already.`,
    );
  }
  const text = new TextMask(all, mask);
  const values = new ValueMask(text);

  const maskIds = (patch: Patch): Patch => {
    if (userIds === 'keep' || patch.kind === 'observation') return patch;
    const userId = patch.kind === 'trace' ? patch.userId : undefined;
    return {
      ...patch,
      ...(userId && { userId: pseudonym(userId, text) }),
      ...(patch.sessionId && { sessionId: pseudonym(patch.sessionId, text) }),
    };
  };

  return {
    mask(patches) {
      values.forgetShared();
      let masked: Patch[] | undefined;
      for (const [index, patch] of patches.entries()) {
        const record = patch.kind;
        const next = maskIds(
          rewriteFields(patch, (value: JsonValue, field) => values.mask(value, { record, field })),
        );
        if (next !== patch) masked ??= [...patches];
        if (masked) masked[index] = next;
      }
      return masked ?? patches;
    },
    maskReport: (report, field) => text.mask(report, { record: 'report', field }),
    counts: () => text.counts(),
  };
}

function pseudonym(id: string, text: TextMask): string {
  const masked = text.maskKey(id);
  return masked === id ? id : `${masked} ${traceIdFromSeed(id).slice(0, 12)}`;
}
