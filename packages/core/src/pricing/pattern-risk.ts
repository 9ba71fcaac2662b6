/** A match tries at most about this many ways through a name: length to the power of the open repetitions. */
const MAX_OPEN_REPETITIONS = 3;

/**
 * Why a regular expression that compiles could take too long on hostile text; `undefined` when it cannot.
 *
 * Exponential time takes a repetition of something that can itself be read in several ways (`(a+)+`, `(a|a)*`), or
 * references back. What is left takes polynomial time, one power for each repetition without an upper bound, so
 * their number is limited. Stricter than needed, but no pattern of a model's name needs more.
 */
export function patternRisk(source: string): string | undefined {
  const scanner = new Scanner(source);
  const { open } = scanner.sequence();
  if (scanner.risk !== undefined) return scanner.risk;
  const starts = source.startsWith('^') ? 0 : 1;
  return open + starts > MAX_OPEN_REPETITIONS ? TOO_MANY : undefined;
}

const TOO_MANY =
  'has too many `*`, `+` or `{n,}` and could take long to match; begin it with `^`, or name what may stand there';
const NESTED =
  'repeats a group that repeats or chooses inside, which can take forever to match; write the group out';
const BACK_REFERENCE = 'refers back to a group, which can take long to match; write it out';

const QUANTIFIER = /(?:[*+?]|\{(\d+)(,?)(\d*)\})\??/y;
const GROUP_START = /\((?:\?(?:(?<look><?[=!])|:|<[^>]*>))?/y;

/** What a part of a pattern takes to match. */
interface Effort {
  /** Repetitions without an upper bound. */
  readonly open: number;
  /** It can be read in several ways: something repeats, may be left out, or is a choice. */
  readonly varies: boolean;
}

/** Walks a pattern that is known to compile. */
class Scanner {
  risk: string | undefined;
  readonly #source: string;
  #at = 0;

  constructor(source: string) {
    this.#source = source;
  }

  /** Reads up to the end of the pattern, or of the group. */
  sequence(): Effort {
    let open = 0;
    let varies = false;
    while (this.#at < this.#source.length && this.#source[this.#at] !== ')') {
      if (this.#source[this.#at] === '|') varies = true;
      const item = this.#item();
      open += item.open;
      varies ||= item.varies;
    }
    return { open, varies };
  }

  #item(): Effort {
    const char = this.#source[this.#at];
    if (char === '(') return this.#group();
    if (char === '[') this.#skipClass();
    else if (char === '\\') this.#skipEscape();
    else this.#at += 1;
    const repeats = this.#repeats();
    return { open: repeats === 'open' ? 1 : 0, varies: repeats !== 'never' };
  }

  #group(): Effort {
    const isLook = this.#match(GROUP_START)?.groups?.['look'] !== undefined;
    const inside = this.sequence();
    this.#at += 1;
    const repeats = this.#repeats();
    if (inside.varies && (repeats === 'bounded' || repeats === 'open')) this.risk ??= NESTED;
    if (isLook) {
      // What looks ahead is read once and never again for what follows: its time adds, it does not multiply.
      if (inside.open > MAX_OPEN_REPETITIONS) this.risk ??= TOO_MANY;
      return { open: 0, varies: false };
    }
    return {
      open: inside.open + (repeats === 'open' ? 1 : 0),
      varies: inside.varies || repeats !== 'never',
    };
  }

  /** Whether the item just read may stand several times, or be left out. */
  #repeats(): 'never' | 'optional' | 'bounded' | 'open' {
    const found = this.#match(QUANTIFIER);
    if (found === undefined) return 'never';
    if (found[0].startsWith('?')) return 'optional';
    const [, least, comma, most] = found;
    if (least === undefined || (comma !== '' && most === '')) return 'open';
    return Number(most === '' ? least : most) > 1 ? 'bounded' : 'optional';
  }

  #skipClass(): void {
    this.#at += 1;
    while (this.#at < this.#source.length && this.#source[this.#at] !== ']') {
      this.#at += this.#source[this.#at] === '\\' ? 2 : 1;
    }
    this.#at += 1;
  }

  #skipEscape(): void {
    const next = this.#source[this.#at + 1] ?? '';
    if (/[1-9k]/.test(next)) this.risk ??= BACK_REFERENCE;
    this.#at += 2;
  }

  #match(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#source);
    if (found === null) return undefined;
    this.#at = pattern.lastIndex;
    return found;
  }
}
