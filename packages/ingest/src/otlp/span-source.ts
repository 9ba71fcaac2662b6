import type { JsonObject, JsonValue } from '@oriel/core';
import { isJsonObject } from '@oriel/core';
import { parseEmbeddedJson, parseJsonText } from '../json/parse-embedded-json.ts';
import { setMember } from '../json/set-member.ts';
import type { Attributes, OtlpSpan, SpanGroup } from './otlp-export.ts';

/** Where a value may be found: looks at a span and the group it came in. `undefined` when it is not there. */
export interface SpanSource<Value> {
  (span: OtlpSpan, group: SpanGroup): Value | undefined;
  /**
   * True for the names of attributes it looks at: on spans without such an attribute it finds nothing and need not be
   * asked. Absent where it looks at more than the attributes of the span.
   */
  readonly looksAt?: LooksAt | undefined;
}

export type LooksAt = (key: string) => boolean;

/** The same function, which says from now on that it finds nothing on spans without such attributes. */
export function lookingAt<Value>(keys: string | LooksAt, read: SpanSource<Value>): SpanSource<Value> {
  return Object.assign(read, { looksAt: typeof keys === 'string' ? (key: string) => key === keys : keys });
}

/** True for the names that any of some sources looks at; `undefined` when one of them looks at more. */
function anyOf(sources: readonly SpanSource<unknown>[]): LooksAt | undefined {
  const each = sources.map(({ looksAt }) => looksAt).filter((looksAt) => looksAt !== undefined);
  return each.length < sources.length ? undefined : (key) => each.some((looksAt) => looksAt(key));
}

/** Several places to look, the first that has a value. */
export function firstOf<Value>(...sources: readonly SpanSource<Value>[]): SpanSource<Value> {
  const first: SpanSource<Value> = (span, group) => {
    for (const source of sources) {
      const value = source(span, group);
      if (value !== undefined) return value;
    }
    return undefined;
  };
  return Object.assign(first, { looksAt: anyOf(sources) });
}

/** An attribute of the span as text. Empty text says nothing. */
export function text(key: string): SpanSource<string> {
  return lookingAt(key, (span) => textOf(span.attributes.get(key)));
}

/** An attribute of the span as a number, sent as one or as text. What is neither, or has no end, says nothing. */
export function number(key: string): SpanSource<number> {
  return lookingAt(key, (span) => {
    const value = span.attributes.get(key);
    if (typeof value === 'number') return value;
    const read = typeof value === 'string' && value !== '' ? Number(value) : Number.NaN;
    return Number.isFinite(read) ? read : undefined;
  });
}

/** An attribute of the resource as text. */
export function resourceText(key: string): SpanSource<string> {
  return (_, group) => textOf(group.resource.attributes.get(key));
}

/** An attribute that says yes. */
export function yes(key: string): SpanSource<true> {
  return lookingAt(key, (span) => (isYes(span.attributes.get(key)) ? true : undefined));
}

/** An attribute that says yes or no. */
export function flag(key: string): SpanSource<boolean> {
  return lookingAt(key, (span) => {
    const value = span.attributes.get(key);
    return value === undefined ? undefined : isYes(value);
  });
}

/** An attribute that may be JSON text: objects and lists are opened, all else stays as it is. */
export function payload(key: string): SpanSource<JsonValue> {
  return lookingAt(key, (span) => opened(span.attributes.get(key)));
}

/** A value of an attribute: JSON text of an object or a list becomes what it stands for. */
export function opened<Value extends JsonValue | undefined>(value: Value): Value | JsonValue {
  return typeof value === 'string' ? parseEmbeddedJson(value) : value;
}

/**
 * The attributes whose names begin with a prefix, by what follows it; `undefined` when there are none.
 *
 * @param read - makes a member of a value, `undefined` to leave it out. Default: the value.
 */
export function membersUnder(
  attributes: Attributes,
  prefix: string,
  read: (value: JsonValue, name: string) => JsonValue | undefined = (value) => value,
): JsonObject | undefined {
  let members: Record<string, JsonValue> | undefined;
  for (const [key, value] of attributes) {
    if (!key.startsWith(prefix) || key.length === prefix.length) continue;
    const name = nameUnder(key, prefix.length);
    const member = read(value, name);
    if (member !== undefined) setMember((members ??= {}), name, member);
  }
  return members;
}

/** Senders use few names over and over. Past this many different ones somebody puts data into names. */
const REMEMBERED = 10_000;

const namesOfKeys = new Map<string, string>();

/** What follows the prefix of a key, cut off once: a name that was just cut is slow to become a member's. */
export function nameUnder(key: string, prefixLength: number): string {
  const known = namesOfKeys.get(key);
  if (known !== undefined && known.length === key.length - prefixLength) return known;
  const name = key.slice(prefixLength);
  if (namesOfKeys.size < REMEMBERED) namesOfKeys.set(key, name);
  return name;
}

/** What a span was given and what it answered, as one source tells it. */
export interface SpanPayload {
  readonly input?: JsonValue | undefined;
  readonly output?: JsonValue | undefined;
  /** True for attributes and events that the source is made of: metadata need not show them again. */
  readonly uses: (key: string) => boolean;
}

/** Input and output in attributes that may be JSON text; of several keys, the first that is there. */
export function spanPayload(
  inputKeys: readonly string[],
  outputKeys: readonly string[],
): SpanSource<SpanPayload> {
  const readInput = firstOf(...inputKeys.map(payload));
  const readOutput = firstOf(...outputKeys.map(payload));
  const keys = new Set([...inputKeys, ...outputKeys]);
  const uses = (key: string): boolean => keys.has(key);
  return lookingAt(uses, (span, group) => {
    const input = readInput(span, group);
    const output = readOutput(span, group);
    return input === undefined && output === undefined ? undefined : { input, output, uses };
  });
}

/** Input and output in attributes that are JSON text whatever they hold: even a string has the quotes of JSON. */
export function jsonPayload(inputKey: string, outputKey: string): SpanSource<SpanPayload> {
  const uses = (key: string): boolean => key === inputKey || key === outputKey;
  return lookingAt(uses, ({ attributes }) => {
    const input = unquoted(attributes.get(inputKey));
    const output = unquoted(attributes.get(outputKey));
    return input === undefined && output === undefined ? undefined : { input, output, uses };
  });
}

/** What JSON text stands for; a string in it may be JSON text once more. */
export function unquoted(value: JsonValue | undefined): JsonValue | undefined {
  if (typeof value !== 'string') return value;
  const json = parseJsonText(value);
  return json === undefined ? value : opened(json);
}

/** A source for the spans of one scope only. */
export function onlyIn<Value>(scope: string, source: SpanSource<Value>): SpanSource<Value> {
  const read: SpanSource<Value> = (span, group) =>
    group.scope.name === scope ? source(span, group) : undefined;
  return Object.assign(read, { looksAt: source.looksAt });
}

/** An attribute that is an object, or JSON text of one. Text that is no JSON says nothing; other JSON is an empty object. */
export function object(key: string): SpanSource<JsonObject> {
  return lookingAt(key, (span) => {
    const value = span.attributes.get(key);
    const json = typeof value === 'string' ? parseJsonText(value) : value;
    if (json === undefined) return undefined;
    return isJsonObject(json) ? json : {};
  });
}

function textOf(value: JsonValue | undefined): string | undefined {
  if (typeof value === 'string') return value === '' ? undefined : value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}

function isYes(value: JsonValue | undefined): boolean {
  return value === true || value === 'true';
}
