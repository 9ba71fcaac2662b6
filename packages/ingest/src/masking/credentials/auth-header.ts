import type { TriggeredRule } from '../masking-rule.ts';
import { WORD_START } from '../text-boundary.ts';
import { TRIGGER } from '../text-triggers.ts';

const SCHEME = new RegExp(String.raw`${WORD_START}(Bearer|Basic)([ \t]+)([\w.~+/-]{6,}=*)`, 'gi');

/** What follows `Bearer` or `Basic` in a header (RFC 6750, RFC 7617), wherever the header stands. */
export const authHeader: TriggeredRule = {
  name: 'authorization',
  triggers: TRIGGER.authScheme,
  mask: (text, hide) =>
    text.replace(SCHEME, (found, scheme: string, space: string, value: string) => {
      const isSecret = scheme.toLowerCase() === 'basic' ? isUserAndPassword(value) : isToken(value);
      return isSecret ? `${scheme}${space}${hide()}` : found;
    }),
};

/** Prose says "bearer securities"; tokens are long and have digits. */
function isToken(value: string): boolean {
  return value.length >= 12 && /\d/.test(value);
}

/** Prose says "basic understanding"; the header holds `user:password` in base64. */
function isUserAndPassword(value: string): boolean {
  if (value.length > 4096) return true;
  try {
    return atob(value.replaceAll('-', '+').replaceAll('_', '/')).includes(':');
  } catch {
    return false;
  }
}
