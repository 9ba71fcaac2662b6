import type { TriggeredRule } from '../masking-rule.ts';
import { TRIGGER } from '../text-triggers.ts';

// Each begins with what it needs and looks back from there: looking back first, at every character, is slow.

/** `+49 30 901820`, `+1 (415) 555-2671`: 7 to 15 digits after a plus that stands alone (base64 has plusses, too). */
const INTERNATIONAL = String.raw`\+(?<=(?:^|[^\w+/]|\\[nrtbf])\+)[1-9](?:[ .-]?\(?\d\)?){6,14}(?![\w+/]|[.-]\d)`;

/** `(415) 555-2671`, `415-555-2671`, `415.555.2671`: area code and exchange begin with 2 to 9. */
const NORTH_AMERICAN = String.raw`[(2-9](?<=(?:^|[^\w.+-]|\\[nrtbf]).)(?:(?<=\()[2-9]\d\d\) ?[2-9]\d\d[ .-]|(?<=\d)\d\d([.-])[2-9]\d\d\1)\d{4}(?![\w-]|\.\d)`;

/** `13812345678`: mobile numbers of mainland China. */
const CHINESE_MOBILE = String.raw`1(?<=(?:^|[^\w.+:/=-]|\\[nrtbf])1)[3-9]\d{9}(?![\w-]|\.\d)`;

const PHONE = new RegExp(`${INTERNATIONAL}|${NORTH_AMERICAN}|${CHINESE_MOBILE}`, 'g');

/**
 * Numbers as they are written internationally, in North America, and mobile ones of mainland China. National forms
 * of other countries cannot be told from other numbers; add a `patternRule` for yours.
 */
export const phone: TriggeredRule = {
  name: 'phone',
  triggers: TRIGGER.digits,
  mask: (text, hide) => text.replace(PHONE, hide),
};
