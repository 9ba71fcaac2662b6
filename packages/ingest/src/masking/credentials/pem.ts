import type { TriggeredRule } from '../masking-rule.ts';
import { TRIGGER } from '../text-triggers.ts';

const BEGIN = '-----BEGIN ';
const END = '-----END ';

/** The end of an END line. */
const END_LINE = /-----END [A-Z\d ]{1,64}-----/y;

/** What a block may hold, as text or escaped once or more: base64, headers, line ends. */
const BODY = /(?:[A-Za-z\d+/=\s:,.-]|\\+[nr])*/y;

/** PEM blocks (RFC 7468), private keys and certificates alike, also those that were cut off. */
export const pem: TriggeredRule = {
  name: 'pem',
  triggers: TRIGGER.pemBegin,
  mask(text, hide) {
    let masked = '';
    let done = 0;
    for (let start = text.indexOf(BEGIN); start !== -1; start = text.indexOf(BEGIN, done)) {
      masked += text.slice(done, start) + hide();
      done = blockEnd(text, start + BEGIN.length);
    }
    return done === 0 ? text : masked + text.slice(done);
  },
};

/** Where a block ends: after its END line, and without one after all that could belong to it. */
function blockEnd(text: string, start: number): number {
  BODY.lastIndex = start;
  BODY.test(text);
  const bodyEnd = Math.max(start, BODY.lastIndex);
  const end = text.indexOf(END, start);
  if (end === -1 || end > bodyEnd) return bodyEnd;
  END_LINE.lastIndex = end;
  return END_LINE.test(text) ? END_LINE.lastIndex : bodyEnd;
}
