import { isJsonObject } from '@oriel/core';
import type { JsonObject, JsonValue } from '@oriel/core';
import { isCredentialName } from './credentials/credential-name.ts';
import { HIDDEN_CREDENTIAL } from './text-mask.ts';
import type { MaskedText, TextMask } from './text-mask.ts';

/** Levels that are looked through; parsers refuse what is deeper than 500, so only a host's own patches get here. */
const MAX_DEPTH = 1000;

/** Fields of numbers by names, which may be a client's own; a store takes nothing but numbers there. */
const AMOUNTS: ReadonlySet<string> = new Set(['usage', 'cost', 'computedCost']);

/** Names that are remembered: payloads repeat theirs in every record. */
const REMEMBERED_NAMES = 4096;
const LONGEST_REMEMBERED = 256;

interface KnownName {
  readonly isCredential: boolean;
  readonly masked: string;
}

/** Masks values of any depth, copying only what changes. */
export class ValueMask {
  readonly #text: TextMask;
  readonly #names = new Map<string, KnownName>();
  /** Members of metadata that many patches of a batch have in common, such as the resource of spans. */
  readonly #shared = new Map<JsonValue, JsonValue>();

  constructor(text: TextMask) {
    this.#text = text;
  }

  /** To be called between batches. */
  forgetShared(): void {
    this.#shared.clear();
  }

  mask(value: JsonValue, at: MaskedText): JsonValue {
    // What a score measured is no number of anybody's.
    if (at.record === 'score' && typeof value === 'number') return value;
    if (AMOUNTS.has(at.field) && isJsonObject(value)) return this.#renamed(value);
    return at.field === 'metadata' && isJsonObject(value)
      ? this.#members(value, at, 0, true)
      : this.#value(value, at, 0);
  }

  #value(value: JsonValue, at: MaskedText, depth: number): JsonValue {
    if (typeof value === 'string') return this.#text.mask(value, at);
    if (typeof value === 'number') return this.#text.maskNumber(value);
    if (typeof value !== 'object' || value === null) return value;
    if (depth >= MAX_DEPTH) return this.#text.hideUnmaskable();
    return Array.isArray(value)
      ? this.#items(value as readonly JsonValue[], at, depth)
      : this.#members(value as JsonObject, at, depth, false);
  }

  #items(list: readonly JsonValue[], at: MaskedText, depth: number): readonly JsonValue[] {
    let masked: JsonValue[] | undefined;
    // A header as a pair: ["x-api-key", "…"].
    const [first, second] = list;
    if (
      list.length === 2 &&
      typeof first === 'string' &&
      typeof second === 'string' &&
      this.#isCredential(first)
    ) {
      return [first, this.#hidden(second)];
    }
    for (let index = 0; index < list.length; index += 1) {
      const item = list[index] ?? null;
      const next = this.#value(item, at, depth + 1);
      if (next !== item) (masked ??= [...list])[index] = next;
    }
    return masked ?? list;
  }

  #members(object: JsonObject, at: MaskedText, depth: number, isShared: boolean): JsonObject {
    let changed: Map<string, readonly [key: string, value: JsonValue]> | undefined;
    for (const key in object) {
      const value = object[key] ?? null;
      const name = this.#name(key);
      let masked: JsonValue;
      if (name.isCredential && isHideable(value)) masked = this.#hidden(value);
      else if (isShared && typeof value === 'object' && value !== null) masked = this.#sharedValue(value, at);
      else masked = this.#value(value, at, depth + 1);
      if (masked !== value || name.masked !== key) (changed ??= new Map()).set(key, [name.masked, masked]);
    }
    const paired = this.#pairedCredential(object);
    if (paired !== undefined) (changed ??= new Map()).set('value', ['value', paired]);
    return changed === undefined ? object : rebuild(object, changed);
  }

  /** The object with its names masked and its values as they are. */
  #renamed(object: JsonObject): JsonObject {
    let changed: Map<string, readonly [key: string, value: JsonValue]> | undefined;
    for (const key in object) {
      const { masked } = this.#name(key);
      if (masked !== key) (changed ??= new Map()).set(key, [masked, object[key] ?? null]);
    }
    return changed === undefined ? object : rebuild(object, changed);
  }

  #sharedValue(value: JsonValue, at: MaskedText): JsonValue {
    const known = this.#shared.get(value);
    if (known !== undefined) return known;
    const masked = this.#value(value, at, 1);
    this.#shared.set(value, masked);
    return masked;
  }

  /** A header as an object: `{name: 'Authorization', value: '…'}`, also with `key` for `name`. */
  #pairedCredential(object: JsonObject): JsonValue | undefined {
    const { value } = object;
    if (value === undefined) return undefined;
    const name = object['name'] ?? object['key'];
    if (typeof name !== 'string' || !this.#isCredential(name)) return undefined;
    return isHideable(value) ? this.#hidden(value) : undefined;
  }

  /** The value of a credential's field. */
  #hidden(value: JsonValue): JsonValue {
    if (Array.isArray(value)) return (value as readonly JsonValue[]).map((item) => this.#hidden(item));
    return isHideable(value) && value !== HIDDEN_CREDENTIAL ? this.#text.hideCredential() : value;
  }

  #isCredential(name: string): boolean {
    return this.#name(name).isCredential;
  }

  #name(key: string): KnownName {
    const known = this.#names.get(key);
    if (known) return known;
    const name = { isCredential: isCredentialName(key), masked: this.#text.maskKey(key) };
    if (name.masked === key && key.length <= LONGEST_REMEMBERED) {
      if (this.#names.size >= REMEMBERED_NAMES) this.#names.clear();
      this.#names.set(key, name);
    }
    return name;
  }
}

/** Text and numbers are hidden, lists of them too. What is an object, such as a schema's property, is looked through. */
function isHideable(value: JsonValue): boolean {
  return (
    typeof value === 'number' ||
    (typeof value === 'string' && value !== '') ||
    (Array.isArray(value) && value.every((item: JsonValue) => isHideable(item)))
  );
}

/** The object with some members changed, in order. Names that became the same are numbered, so that no value is lost. */
function rebuild(
  object: JsonObject,
  changed: ReadonlyMap<string, readonly [key: string, value: JsonValue]>,
): JsonObject {
  const taken = new Set<string>();
  // Where numbering goes on: a hundred thousand names may become the same.
  const counts = new Map<string, number>();
  const entries = Object.entries(object).map(([key, value]): readonly [string, JsonValue] => {
    const [name, next] = changed.get(key) ?? [key, value];
    let unique = name;
    for (let count = counts.get(name) ?? 2; taken.has(unique); count += 1) {
      unique = `${name} (${count})`;
      counts.set(name, count + 1);
    }
    taken.add(unique);
    return [unique, next];
  });
  // Defines members, where assigning would run the setter of `__proto__`.
  return Object.fromEntries(entries);
}
