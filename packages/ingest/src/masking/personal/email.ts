import type { TriggeredRule } from '../masking-rule.ts';
import { TRIGGER } from '../text-triggers.ts';

const LONGEST_LOCAL_PART = 128;

/** What follows an `@`: labels with dots, the last one of letters, which `package@4.7.0` does not have. */
const DOMAIN = /(?:[\p{L}\p{N}-]{1,63}\.){1,8}(?:xn--[a-z\d-]{2,59}|\p{L}{2,63})/uy;

/** Addresses such as `ada.lovelace+notes@example.co.uk`, also with letters beyond ASCII. */
export const email: TriggeredRule = {
  name: 'email',
  triggers: TRIGGER.at,
  mask(text, hide) {
    let masked = '';
    let done = 0;
    for (let at = text.indexOf('@'); at !== -1; at = text.indexOf('@', at + 1)) {
      const start = localPartStart(text, at, done);
      if (start === at) continue;
      DOMAIN.lastIndex = at + 1;
      if (!DOMAIN.test(text)) continue;
      masked += text.slice(done, start) + hide();
      done = DOMAIN.lastIndex;
    }
    return done === 0 ? text : masked + text.slice(done);
  },
};

/** Where the part before the `@` begins, not before `from`: where nothing belongs to it, at the `@`. */
function localPartStart(text: string, at: number, from: number): number {
  const first = Math.max(from, at - LONGEST_LOCAL_PART);
  let start = at;
  while (start > first && isLocal(text.charCodeAt(start - 1))) start -= 1;
  // In JSON within text, the letter after a backslash belongs to the escape: `\nada@…`, `\u000aada@…`.
  if (start > 0 && text.charCodeAt(start - 1) === 0x5c && start < at) {
    const isUnicode = /^u[\da-fA-F]{4}/.test(text.slice(start, start + 5));
    start = Math.min(at, start + (isUnicode ? 5 : 1));
  }
  return start;
}

function isLocal(code: number): boolean {
  return LOCAL[code] === 1 || code > 0xa0;
}

const LOCAL = new Uint8Array(128);
for (const character of "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.!#$%&'*+-^_`{|}~") {
  LOCAL[character.charCodeAt(0)] = 1;
}
// Allowed before an @ in theory; in practice they quote, assign or separate.
for (const delimiter of "'`{}|&*!#$^") LOCAL[delimiter.charCodeAt(0)] = 0;
