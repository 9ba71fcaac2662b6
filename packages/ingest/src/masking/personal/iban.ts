import type { TriggeredRule } from '../masking-rule.ts';
import { TRIGGER } from '../text-triggers.ts';

/** Length of an account number by country (ISO 13616 registry). */
const LENGTHS = new Map(
  (
    'AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29 ES24 ' +
    'FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 ' +
    'LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24 ' +
    'RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30'
  )
    .split(' ')
    .map((entry) => [entry.slice(0, 2), Number(entry.slice(2))]),
);

const START = /[A-Z]{2}\d\d(?<=(?:^|\W|\\[nrtbf]|\\u[\da-fA-F]{4}).{4})/g;

/** International account numbers: a country's length, and 1 modulo 97. Spaces or hyphens may group them. */
export const iban: TriggeredRule = {
  name: 'iban',
  triggers: TRIGGER.countryCode,
  mask(text, hide) {
    let masked = '';
    let done = 0;
    for (const { index } of text.matchAll(START)) {
      const end = index < done ? -1 : ibanEnd(text, index);
      if (end === -1) continue;
      masked += text.slice(done, index) + hide();
      done = end;
    }
    return done === 0 ? text : masked + text.slice(done);
  },
};

/** Where the number that begins at `start` ends; -1 when none does. */
function ibanEnd(text: string, start: number): number {
  const length = LENGTHS.get(text.slice(start, start + 2));
  if (length === undefined) return -1;
  let compact = '';
  let end = start;
  while (compact.length < length) {
    const character = text[end];
    if (character === undefined) return -1;
    if (/[A-Z\d]/.test(character)) compact += character;
    else if (!/[ -]/.test(character) || !/[A-Z\d]/.test(text[end - 1] ?? '')) return -1;
    end += 1;
  }
  const isWhole = !/\w/.test(text[end] ?? '');
  return isWhole && modulo97(compact.slice(4) + compact.slice(0, 4)) === 1 ? end : -1;
}

/** Of the number that the characters spell, where A is 10 and Z is 35 (ISO 7064). */
function modulo97(characters: string): number {
  let rest = 0;
  for (const character of characters) {
    const value = Number.parseInt(character, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest;
}
