import type { JsonValue } from '../../model/json.ts';
import type { NodeDetail } from './node-detail.ts';

/** Something that a reader should know before believing what is shown. */
export type NodeNotice =
  /** It has not ended. */
  | { readonly kind: 'running' }
  /** It waits for a person. */
  | { readonly kind: 'interrupted' }
  /** Only this share of traces like it is kept. */
  | { readonly kind: 'sampled'; readonly share: number }
  /** Parts were hidden before they were stored. */
  | { readonly kind: 'masked' }
  /** Its client cut what it sent. */
  | { readonly kind: 'truncated' };

interface Sides {
  readonly input: JsonValue;
  readonly output: JsonValue;
  readonly metadata: JsonValue;
}

/** What maskers put in the place of what they hide, such as `<email>`: ours, and the default of the Langfuse SDKs. */
const MASKED =
  /<(?:credential|email|phone|card|iban|ip|jwt|pem|key|secret|token|fully masked due to failed mask function)>|\*{3,}MASKED|\[REDACTED\]/i;

/** What clients write where they cut: Langfuse SDKs by size, its server by media of an oversized field. */
const TRUNCATED =
  /<truncated due to size exceeding limit>|source=field_size_limit@@@|\[truncated\]|<truncated>|…\(truncated\)/i;

/** Texts looked at, and characters of each at either end: a notice must not cost more than what it is about. */
const MAX_TEXTS = 20_000;
const MAX_LENGTH = 20_000;

/** What has to be said of a node and its payload, in the order of its weight. */
export function nodeNotices(
  { trace, observation }: NodeDetail,
  isRunning: boolean,
  payload: Sides | null | undefined,
): NodeNotice[] {
  const notices: NodeNotice[] = [];
  if (observation?.isInterrupted) notices.push({ kind: 'interrupted' });
  else if (isRunning) notices.push({ kind: 'running' });
  const marks = payload ? marksOf([payload.input, payload.output, payload.metadata]) : null;
  if (marks?.isTruncated) notices.push({ kind: 'truncated' });
  if (marks?.isMasked) notices.push({ kind: 'masked' });
  if (trace.sampleRate !== null && trace.sampleRate < 1) {
    notices.push({ kind: 'sampled', share: trace.sampleRate });
  }
  return notices;
}

function marksOf(values: readonly JsonValue[]): { isMasked: boolean; isTruncated: boolean } {
  const pending: JsonValue[] = [...values];
  let isMasked = false;
  let isTruncated = false;
  let texts = 0;
  while (pending.length > 0 && texts < MAX_TEXTS && !(isMasked && isTruncated)) {
    const value = pending.pop() ?? null;
    if (typeof value === 'string') {
      const text =
        value.length > MAX_LENGTH * 2 ? value.slice(0, MAX_LENGTH) + value.slice(-MAX_LENGTH) : value;
      isMasked ||= MASKED.test(text);
      isTruncated ||= TRUNCATED.test(text);
    } else if (typeof value === 'object' && value !== null) {
      const members: readonly JsonValue[] = Array.isArray(value) ? value : Object.values(value);
      for (let place = 0; place < members.length && pending.length < MAX_TEXTS; place += 1) {
        pending.push(members[place] ?? null);
      }
    }
    texts += 1;
  }
  return { isMasked, isTruncated };
}
