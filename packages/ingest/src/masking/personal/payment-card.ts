import type { TriggeredRule } from '../masking-rule.ts';
import { TRIGGER } from '../text-triggers.ts';

/** 13 to 19 digits, in groups or not, that are no part of a longer number or word. */
const DIGITS = /\d(?<=(?:^|[^\w.+-]|\\[nrtbf]|\\u[\da-fA-F]{4})\d)(?:[ -]?\d){12,18}(?![\w-]|\.\d)/g;

/** Which first digits belong to a card scheme, with the lengths it issues. */
const SCHEMES: readonly (readonly [start: RegExp, lengths: readonly number[]])[] = [
  [/^4/, [13, 16, 19]], // Visa
  [/^(?:5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/, [16]], // Mastercard
  [/^3[47]/, [15]], // American Express
  [/^(?:6011|64[4-9]|65)/, [16, 19]], // Discover
  [/^62/, [16, 17, 18, 19]], // UnionPay
  [/^35(?:2[89]|[3-8])/, [16, 19]], // JCB
  [/^(?:36|38|39|30[0-5])/, [14, 16]], // Diners Club
  [/^(?:50|5[6-9]|6[0-9])/, [13, 15, 16, 18, 19]], // Maestro
];

/** Payment cards: digits of a scheme's own beginnings and lengths that pass the Luhn check. */
export const paymentCard: TriggeredRule = {
  name: 'card',
  triggers: TRIGGER.digits,
  readsNumbers: true,
  mask: (text, hide) => text.replace(DIGITS, (found) => (isCard(found) ? hide() : found)),
};

/** Times in any unit since 1970 begin with 1 today, which no scheme does, so they pass as what they are. */
function isCard(text: string): boolean {
  const digits = text.replaceAll(/\D/g, '');
  const isIssued = SCHEMES.some(([start, lengths]) => lengths.includes(digits.length) && start.test(digits));
  return isIssued && passesLuhn(digits);
}

/** ISO/IEC 7812-1, annex B: every second digit from the right counts double, and the sum ends in 0. */
function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let index = 0; index < digits.length; index += 1) {
    const digit = digits.charCodeAt(digits.length - 1 - index) - 0x30;
    const doubled = index % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}
