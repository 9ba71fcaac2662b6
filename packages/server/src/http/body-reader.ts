import type { JsonObject, JsonValue } from '@oriel/core';
import { Refusal } from './refusal.ts';

/** Reads the members of a body. `null` is as good as absent; what is there and wrong is refused. */
export class BodyReader {
  readonly #body: JsonObject;

  constructor(body: JsonObject) {
    this.#body = body;
  }

  /** `undefined` when it is absent; `null` is a value. */
  value(name: string): JsonValue | undefined {
    return Object.hasOwn(this.#body, name) ? this.#body[name] : undefined;
  }

  /** @throws Refusal 400 - no text, or a longer one. */
  text(name: string, maxLength = Infinity): string | undefined {
    const value = this.value(name) ?? undefined;
    if (value === undefined || (typeof value === 'string' && value.length <= maxLength)) return value;
    throw this.bad(name, maxLength === Infinity ? 'text' : `text of at most ${maxLength} characters`);
  }

  /** A text that has to be there and not empty. @throws Refusal 400 */
  required(name: string, maxLength = Infinity): string {
    const text = this.text(name, maxLength);
    if (text === undefined || text === '') throw this.bad(name, 'a text, which is needed');
    return text;
  }

  /** @throws Refusal 400 - no list of texts. */
  texts(name: string, maxLength = Infinity): readonly string[] | undefined {
    const value = this.value(name) ?? undefined;
    if (value === undefined) return undefined;
    const isText = (item: JsonValue) => typeof item === 'string' && item !== '' && item.length <= maxLength;
    if (Array.isArray(value) && (value as readonly JsonValue[]).every(isText))
      return value as readonly string[];
    throw this.bad(
      name,
      `a list of texts${maxLength === Infinity ? '' : ` of at most ${maxLength} characters`}`,
    );
  }

  /** @throws Refusal 400 - no whole number of bytes, versions and the like. */
  count(name: string): number {
    const value = this.value(name);
    if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value;
    throw this.bad(name, 'a whole number, which is needed');
  }

  bad(name: string, expected: string): Refusal {
    return new Refusal(
      400,
      `\`${name}\` is not ${expected}, so nothing was kept. Correct it and send it again.`,
    );
  }
}
