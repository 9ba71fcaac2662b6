/** What a text has of the things that rules look for, as bits. */
export type Triggers = number;

export const TRIGGER = {
  /** An `@`. */
  at: 1,
  /** Ten digits with nothing but separators between them, or a digit after `+`. */
  digits: 2,
  /** Three dots between digits. */
  dottedNumbers: 4,
  /** Two colons in a row, or seven after hex digits. */
  hexColons: 8,
  /** Two capitals and two digits. */
  countryCode: 16,
  /** `eyJ`, the beginning of a JSON object in base64. */
  encodedJson: 32,
  /** `--B` */
  pemBegin: 64,
  /** The prefix of some provider's API key. */
  keyPrefix: 128,
  /** The beginning of `Bearer` or `Basic`, in any case. */
  authScheme: 256,
  /** A name that ends like one of a credential, in quotes before `:` or without before `=`. */
  credentialName: 512,
} as const;

// Constants of the module: reading them from the object costs the loop below a third of its speed.
const {
  at: AT,
  digits: DIGITS,
  dottedNumbers: DOTTED_NUMBERS,
  hexColons: HEX_COLONS,
  countryCode: COUNTRY_CODE,
} = TRIGGER;
const {
  encodedJson: ENCODED_JSON,
  pemBegin: PEM_BEGIN,
  keyPrefix: KEY_PREFIX,
  authScheme: AUTH_SCHEME,
} = TRIGGER;
const { credentialName: CREDENTIAL_NAME } = TRIGGER;

const DIGIT = 1;
const SEPARATOR = 2;
const OTHER = 3;

/** What is to do at a character: nothing for most. */
const KINDS = new Uint8Array(128);
for (const digit of '0123456789') KINDS[digit.charCodeAt(0)] = DIGIT;
for (const separator of ' ()/+') KINDS[separator.charCodeAt(0)] = SEPARATOR;
for (const other of '@-_.:=BbCIJz') KINDS[other.charCodeAt(0)] = OTHER;

/** Index of two characters below 128. */
function pair(first: number, second: number): number {
  return (first << 7) | second;
}

/** What has to stand before two characters for them to matter; 0 where they never do. */
type PairTable = Uint8Array;

const ANYTHING = 1;

/** Of three characters each, the first of which may be `*` for anything. */
function pairTable(endings: string): PairTable {
  const table = new Uint8Array(128 * 128);
  for (const [before = '', first = '', second = ''] of endings.split(' ')) {
    const code = before === '*' ? ANYTHING : before.charCodeAt(0);
    table[pair(first.charCodeAt(0), second.charCodeAt(0))] = code;
  }
  return table;
}

/** The last characters of key prefixes before their `-`, `_` or `.`. */
const KEY_ENDS = pairTable(
  '*sk *pk *rk oxb oxp oxa oxo oxs oxr oxe app ghp gho ghu ghs ghr pat CPX *hf xai *pi npm *r8 plx vly sec sv2 _v1 ntn *SG a29',
);

/** The last letters of the names of credentials. */
const NAME_ENDS = pairTable(
  '*on *ey *en *et *rd *wd *se *ie *es *al *ls *ng *ON *EY *EN *ET *RD *WD *SE *IE *ES *AL *LS *NG',
);

/**
 * Looks at every character once and says which rules are worth asking. Nearly all text has no trigger at all; this
 * is what makes masking cheap. It looks back, at the last characters: a look beyond an end of the text makes
 * the loop several times slower.
 */
export function textTriggers(text: string): Triggers {
  const { length } = text;
  let found = 0;
  let digits = 0;
  let dots = 0;
  let colons = 0;
  let fourth = 0;
  let third = 0;
  let second = 0;
  let last = 0;
  for (let index = 0; index < length; index += 1) {
    const code = text.charCodeAt(index);
    const kind = code < 128 ? KINDS[code] : 0;
    if (kind === 0) {
      digits = 0;
      dots = 0;
    } else if (kind === DIGIT) {
      digits += 1;
      if (digits === 10 || last === 0x2b || (last === 0x28 && second === 0x2b)) found |= DIGITS;
      if (isCapital(second) && isCapital(third) && isDigit(last)) found |= COUNTRY_CODE;
    } else if (kind === SEPARATOR) {
      dots = 0;
    } else {
      switch (code) {
        case 0x2e: // .
          dots = isDigit(last) ? dots + 1 : 0;
          if (dots === 3) found |= DOTTED_NUMBERS;
          if (endsIn(KEY_ENDS, third, second, last)) found |= KEY_PREFIX;
          break;
        case 0x2d: // -
        case 0x5f: // _
          dots = 0;
          if (code === 0x5f) digits = 0;
          if (endsIn(KEY_ENDS, third, second, last)) found |= KEY_PREFIX;
          break;
        case 0x3a: // :
          digits = 0;
          dots = 0;
          if (last === 0x22 || last === 0x27) {
            // The quote that ends a name; inside JSON that is text, it is escaped.
            if (
              second === 0x5c
                ? third === 0x5c || endsIn(NAME_ENDS, 0, fourth, third)
                : endsIn(NAME_ENDS, 0, third, second)
            ) {
              if (endsLikeCredential(text, index)) found |= CREDENTIAL_NAME;
            }
          } else if (last === 0x20) {
            if (second === 0x22 && endsLikeCredential(text, index)) found |= CREDENTIAL_NAME;
          } else if (isHexOrColon(last)) {
            colons += 1;
            if (colons === 7 || last === 0x3a) found |= HEX_COLONS;
          }
          break;
        default:
          digits = 0;
          dots = 0;
          found |= rareTrigger(text, index, code, second, last);
      }
    }
    fourth = third;
    third = second;
    second = last;
    last = code;
  }
  return found;
}

function rareTrigger(text: string, index: number, code: number, second: number, last: number): Triggers {
  switch (code) {
    case 0x40: // @
      return AT;
    case 0x3d: // =
      return endsIn(NAME_ENDS, 0, second, last) && endsLikeCredential(text, index) ? CREDENTIAL_NAME : 0;
    case 0x4a: // J of eyJ
      return second === 0x65 && last === 0x79 ? ENCODED_JSON : 0;
    case 0x43: // C of ACCA
      return second === 0x41 && last === 0x43 ? KEY_PREFIX : 0;
    case 0x49: // I of AKIA, ASIA and ABIA
      return second === 0x41 && (last === 0x4b || last === 0x53 || last === 0x42) ? KEY_PREFIX : 0;
    case 0x7a: // z of AIza
      return second === 0x41 && last === 0x49 ? KEY_PREFIX : 0;
    default: // B of -----BEGIN, Bearer, Basic
      if (last === 0x2d && code === 0x42 && second === 0x2d) return PEM_BEGIN;
      return isSchemeStart(text, index) ? AUTH_SCHEME : 0;
  }
}

const SHORTEST_SCHEME = 6;

function isSchemeStart(text: string, index: number): boolean {
  if (index + SHORTEST_SCHEME > text.length) return false;
  const second = text.charCodeAt(index + 1) | 0x20;
  const third = text.charCodeAt(index + 2) | 0x20;
  return (second === 0x65 && third === 0x61) || (second === 0x61 && third === 0x73);
}

/** The ends of the names of credentials, five characters at most, then quotes and spaces. */
const CREDENTIAL_END = /(?:token|ation|key|word|swd|pwd|cret|ookie|hrase|okies|ntials?|tring)[\\"' ]*$/i;

function endsLikeCredential(text: string, end: number): boolean {
  return CREDENTIAL_END.test(text.slice(Math.max(0, end - 12), end));
}

function endsIn(table: PairTable, before: number, first: number, second: number): boolean {
  if (first > 127 || second > 127) return false;
  const wanted = table[pair(first, second)];
  return wanted === ANYTHING || (wanted === before && wanted !== 0);
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

function isCapital(code: number): boolean {
  return code >= 0x41 && code <= 0x5a;
}

function isHexOrColon(code: number): boolean {
  const letter = code | 0x20;
  return (code >= 0x30 && code <= 0x3a) || (letter >= 0x61 && letter <= 0x66);
}
