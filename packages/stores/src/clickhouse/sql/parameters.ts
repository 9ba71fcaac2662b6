import { wellFormedText } from '../records/encode-register.ts';

/**
 * The values of a statement. Its text names them; they travel beside it, so nothing that anybody asks for is ever read
 * as SQL.
 */
export class Parameters {
  readonly #values: Record<string, unknown> = {};
  #count = 0;

  text(value: string): string {
    return this.#bind(wellFormedText(value), 'String');
  }

  texts(values: readonly string[]): string {
    return this.#bind(values.map(wellFormedText), 'Array(String)');
  }

  count(value: number): string {
    return this.#bind(value, 'UInt64');
  }

  /** Bit by bit: a number that is written down and read again may be another one. */
  number(value: number): string {
    return `reinterpretAsFloat64(${this.#bind(bitsOf(value), 'UInt64')})`;
  }

  get values(): Record<string, unknown> {
    return this.#values;
  }

  #bind(value: unknown, type: string): string {
    const name = `p${(this.#count += 1)}`;
    this.#values[name] = value;
    return `{${name}:${type}}`;
  }
}

function bitsOf(value: number): string {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value + 0);
  return view.getBigUint64(0).toString();
}
