import { DOCUMENT_KINDS } from '../model/document.ts';
import type { DocumentKind } from '../model/document.ts';
import { isJsonObject } from '../model/json.ts';
import type { JsonObject, JsonValue } from '../model/json.ts';
import type { Order } from '../query/page.ts';
import { StoreError } from '../store/store-error.ts';

/**
 * Reads the named arguments of a call, each as what it has to be.
 *
 * @throws StoreError `bad-query` - from every method, the constructor among them: a member is wrong, missing or unknown.
 */
export class BodyReader {
  readonly #what: string;
  readonly #body: JsonObject;

  constructor(what: string, body: JsonObject, members: readonly string[]) {
    this.#what = what;
    this.#body = body;
    const unknown = Object.keys(body).find((member) => !members.includes(member));
    if (unknown === undefined) return;
    throw this.#bad(`it has no ${JSON.stringify(unknown)}; it takes ${members.join(', ')}`);
  }

  /** The member as it came; `undefined` when it did not. */
  given(member: string): JsonValue | undefined {
    return Object.hasOwn(this.#body, member) ? this.#body[member] : undefined;
  }

  /** All members there are, in an object of their own. */
  all(): JsonObject {
    return { ...this.#body };
  }

  /** Those that are there: stores tell what is absent from what is `undefined` no more than JSON does. */
  some<Members extends object>(members: Members): Members {
    return Object.fromEntries(
      Object.entries(members).filter(([, value]) => value !== undefined),
    ) as unknown as Members;
  }

  text(member: string): string {
    const value = this.given(member);
    if (typeof value === 'string') return value;
    throw this.#bad(`its \`${member}\` is not a text`);
  }

  optionalText(member: string): string | undefined {
    return this.given(member) === undefined ? undefined : this.text(member);
  }

  texts(member: string): readonly string[] {
    const value = this.given(member);
    if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return value;
    throw this.#bad(`its \`${member}\` is not a list of texts`);
  }

  optionalTexts(member: string): readonly string[] | undefined {
    return this.given(member) === undefined ? undefined : this.texts(member);
  }

  /** A whole number from 0 on; how many there may be is for the store to say. */
  count(member: string): number {
    const value = this.given(member);
    if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value;
    throw this.#bad(`its \`${member}\` is not a whole number`);
  }

  optionalCount(member: string): number | undefined {
    return this.given(member) === undefined ? undefined : this.count(member);
  }

  optionalNumber(member: string): number | undefined {
    const value = this.given(member);
    if (value === undefined || typeof value === 'number') return value;
    throw this.#bad(`its \`${member}\` is not a number`);
  }

  kind(): DocumentKind {
    const kind = this.text('kind');
    const known = DOCUMENT_KINDS.find((other) => other === kind);
    if (known !== undefined) return known;
    throw this.#bad(
      `there are no documents of kind ${JSON.stringify(kind)}, only ${DOCUMENT_KINDS.join(', ')}`,
    );
  }

  order(): Order | undefined {
    const order = this.given('order');
    if (order === undefined) return undefined;
    if (isJsonObject(order)) {
      const { field, direction } = order;
      const isDirection = direction === 'asc' || direction === 'desc';
      if (typeof field === 'string' && isDirection) return { field, direction };
    }
    throw this.#bad("its `order` is not { field, direction: 'asc' | 'desc' }");
  }

  #bad(why: string): StoreError {
    return new StoreError('bad-query', `The call of ${this.#what} was not made: ${why}.`);
  }
}
