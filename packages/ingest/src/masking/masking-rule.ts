import { IngestError } from '../ingest-error.ts';
import type { Triggers } from './text-triggers.ts';

/** Something to hide wherever it stands in a text. Rules are plain objects: pick, add and order them as you like. */
export interface MaskingRule {
  /** What hidden text is counted under, and named by in its place: `email` leaves `<email>`. */
  readonly name: string;
  /**
   * The text with every find replaced by what `hide` answers. Has to be fast on any text: it may be megabytes long
   * and chosen by an attacker. What `hide` leaves must not be found again.
   */
  readonly mask: (text: string, hide: () => string) => string;
  /** Also applied to the digits of whole numbers of 13 digits and more. Default: only to text. */
  readonly readsNumbers?: boolean | undefined;
}

/** A rule of this package: it is asked only about text in which a quick scan has seen one of its triggers. */
export interface TriggeredRule extends MaskingRule {
  readonly triggers: Triggers;
}

/**
 * A rule that hides all matches of a pattern.
 *
 * @example
 * patternRule('customer-number', /\bKD-\d{8}\b/)
 *
 * @throws IngestError `bad-option` - the name is empty, or the pattern matches nothing at all, everywhere.
 */
export function patternRule(name: string, pattern: RegExp): MaskingRule {
  if (name === '' || pattern.test('')) {
    throw new IngestError(
      'bad-option',
      `The masking pattern ${String(pattern)} named ${JSON.stringify(name)} has no name, or matches the empty text and so would hide nothing everywhere. Give it a name, and a pattern that needs at least one character.`,
    );
  }
  const flags = pattern.flags.replace('y', '');
  const everywhere = new RegExp(pattern.source, flags.includes('g') ? flags : `${flags}g`);
  return { name, mask: (text, hide) => text.replace(everywhere, hide) };
}
