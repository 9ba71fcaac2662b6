import type { TriggeredRule } from '../masking-rule.ts';
import { WORD_START } from '../text-boundary.ts';
import { TRIGGER } from '../text-triggers.ts';

/** Header, payload and signature (RFC 7519); five parts when encrypted. The signature is empty for `alg: none`. */
const TOKEN = new RegExp(String.raw`${WORD_START}eyJ[\w-]{6,}\.[\w-]{6,}\.[\w-]*(?:\.[\w-]+){0,2}`, 'g');

/** JSON Web Tokens. */
export const jwt: TriggeredRule = {
  name: 'jwt',
  triggers: TRIGGER.encodedJson,
  mask: (text, hide) => text.replace(TOKEN, hide),
};
