import type { TriggeredRule } from '../masking-rule.ts';
import { TRIGGER } from '../text-triggers.ts';
import { isCredentialName } from './credential-name.ts';

/** A quoted name and the beginning of its value: `"api_key": "`, escaped or not; or a number right away. */
const MEMBER = /["']([\w.-]{2,64})\\*["']\s{0,8}:\s{0,8}(?:(\\*)(["'])|\d+)/g;

/** A parameter of an address: `?api_key=…`. */
const PARAMETER = /([?&])([\w.-]{2,64})=([^\s&"'<>#;\\]+)/g;

/** The password of an address: `postgres://user:…@host`. */
const USER_INFO = /(:\/\/[^\s/:@"'<>\\]{0,128}:)([^\s/@"'<>\\]{1,256})@/g;

/** What earlier masking left: nothing to count again. */
const HIDDEN = '<credential>';

/** Values of fields named like credentials, in JSON that is text and in addresses. */
export const namedCredential: TriggeredRule = {
  name: 'credential',
  triggers: TRIGGER.credentialName | TRIGGER.at,
  mask(text, hide) {
    const members = text.includes(':') ? maskMembers(text, hide) : text;
    const parameters = members.includes('=')
      ? members.replace(PARAMETER, (found, mark: string, name: string) =>
          isCredentialName(name) || name === 'token' ? `${mark}${name}=${hide()}` : found,
        )
      : members;
    return parameters.includes('://')
      ? parameters.replace(USER_INFO, (_, start: string) => `${start}${hide()}@`)
      : parameters;
  },
};

function maskMembers(text: string, hide: () => string): string {
  let masked = '';
  let done = 0;
  for (const { 0: found, 1: name = '', 2: escape = '', 3: quote, index } of text.matchAll(MEMBER)) {
    if (index < done || !isCredentialName(name)) continue;
    const end = index + found.length;
    const start = quote === undefined ? end - (/\d+$/.exec(found)?.[0].length ?? 0) : end;
    const stop = quote === undefined ? end : closingQuote(text, start, quote, escape.length);
    if (stop === start || text.slice(start, stop) === HIDDEN) continue;
    // A number becomes text, or the JSON would be none any more.
    const value = quote === undefined ? `"${hide()}"` : hide();
    masked += text.slice(done, start) + value;
    done = stop;
  }
  return done === 0 ? text : masked + text.slice(done);
}

/** Where a value ends: at the quote that is escaped as its first one was; without one, with the text. */
function closingQuote(text: string, start: number, quote: string, escapes: number): number {
  for (let end = text.indexOf(quote, start); end !== -1; end = text.indexOf(quote, end + 1)) {
    let backslashes = 0;
    while (end - backslashes > start && text[end - 1 - backslashes] === '\\') backslashes += 1;
    if (backslashes <= escapes || (escapes === 0 && backslashes % 2 === 0))
      return end - Math.min(backslashes, escapes);
  }
  return text.length;
}
