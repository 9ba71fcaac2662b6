import type { FilterTextError } from './filter-text-error.ts';

/** Some text with the place it stands at. */
export interface Piece {
  readonly text: string;
  readonly start: number;
  /** It stood in quotes, so it is text and nothing else. */
  readonly isQuoted: boolean;
}

/** Reads a filter text from left to right and notes what is wrong with it. */
export class TextReader {
  readonly text: string;
  readonly errors: FilterTextError[] = [];
  position = 0;
  /** Groups that are open. */
  depth = 0;

  constructor(text: string) {
    this.text = text;
  }

  get isAtEnd(): boolean {
    return this.position >= this.text.length;
  }

  skipSpace(): void {
    while (/\s/u.test(this.text.charAt(this.position))) this.position += 1;
  }

  /** Whether the text goes on like this; a word has to end there. */
  isAt(wanted: string): boolean {
    if (!this.text.startsWith(wanted, this.position)) return false;
    return !/\w$/u.test(wanted) || /^[\s()]?$/u.test(this.text.charAt(this.position + wanted.length));
  }

  /** Reads on if the text goes on like this. */
  take(wanted: string): boolean {
    if (!this.isAt(wanted)) return false;
    this.position += wanted.length;
    return true;
  }

  /** The characters up to a space, a parenthesis, a quote or one of the given. */
  takeWord(until = ''): Piece {
    const start = this.position;
    while (!this.isAtEnd) {
      const character = this.text.charAt(this.position);
      if (/[\s()"]/u.test(character) || until.includes(character)) break;
      this.position += 1;
    }
    return { text: this.text.slice(start, this.position), start, isQuoted: false };
  }

  /** Text in quotes, where `\"` is a quote and `\\` a backslash. */
  takeQuoted(): Piece {
    const start = this.position;
    let text = '';
    for (this.position += 1; !this.isAtEnd; this.position += 1) {
      const character = this.text.charAt(this.position);
      if (character === '"') {
        this.position += 1;
        return { text, start, isQuoted: true };
      }
      const isEscaped = character === '\\' && /["\\]/u.test(this.text.charAt(this.position + 1));
      if (isEscaped) this.position += 1;
      text += this.text.charAt(this.position);
    }
    this.fail(start, 'This quote is not closed. Put a " at its end.', `${this.text.slice(start)}"`);
    return { text, start, isQuoted: true };
  }

  /** Notes an error about the text from `start` to where the reader is. */
  fail(start: number, message: string, suggestion: string | null = null): void {
    this.errors.push({ position: start, length: Math.max(0, this.position - start), message, suggestion });
  }
}

/** A text in quotes that {@link TextReader.takeQuoted} reads. */
export function quoted(text: string): string {
  return `"${text.replaceAll(/["\\]/gu, '\\$&')}"`;
}
