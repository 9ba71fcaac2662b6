import type { TriggeredRule } from '../masking-rule.ts';
import { WORD_START } from '../text-boundary.ts';
import { TRIGGER } from '../text-triggers.ts';

const OCTET = String.raw`(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)`;

/** Four numbers that are no version: `Chrome/120.0.0.0`, `v1.2.3.4` and `version 1.2.3.4` stay. */
const V4 = String.raw`(?<![.\-])(?<![A-Za-z]\/)(?<!version[ :=]{1,2})(?:${OCTET}\.){3}${OCTET}(?!\w|\.\d|-)`;

/** Groups between colons; whether they are an address is looked at afterwards. */
const V6 = String.raw`(?<![:.])(?:[\da-fA-F]{1,4}|:)(?::[\da-fA-F]{0,4}){2,7}(?![\w:])`;

const ADDRESS = new RegExp(`${WORD_START}(?:${V4}|${V6})|(?<=^|[^\\w:.])${V6}`, 'g');

/** Internet addresses of versions 4 and 6. Those of the machine itself, such as `127.0.0.1`, are nobody's and stay. */
export const ipAddress: TriggeredRule = {
  name: 'ip',
  triggers: TRIGGER.dottedNumbers | TRIGGER.hexColons,
  mask: (text, hide) => text.replace(ADDRESS, (found) => (isAddress(found) ? hide() : found)),
};

const OWN_MACHINE = /^(?:127\.|0\.0\.0\.0$|255\.255\.255\.255$)/;

function isAddress(text: string): boolean {
  if (!text.includes(':')) return !OWN_MACHINE.test(text);
  const [head = '', tail, ...more] = text.split('::');
  if (more.length > 0) return false;
  const groups = [...groupsOf(head), ...groupsOf(tail ?? '')];
  if (groups.some((group) => group === '')) return false;
  // Shortened addresses of fewer groups are as likely code, such as `a::b`.
  return tail === undefined
    ? groups.length === 8
    : groups.length >= 3 && groups.length < 8 && /\d/.test(text);
}

function groupsOf(part: string): readonly string[] {
  return part === '' ? [] : part.split(':');
}
