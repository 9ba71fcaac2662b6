import { isSameSecret } from '../auth/same-secret.ts';

/** No letters or digits that are taken for each other. */
const ALPHABET = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const GROUPS = 3;
const GROUP = 4;

/** Codes that let somebody in once: whoever reads the terminal types one, and the next one is told. */
export class SignInCodes {
  readonly #onNext: (code: string) => void;
  #code = makeCode();

  /** @param onNext - hears the code that counts when the one before it was used. */
  constructor(onNext: (code: string) => void) {
    this.#onNext = onNext;
  }

  get code(): string {
    return this.#code;
  }

  /** Whether it is the code that counts; from then on it is not. Case, spaces and hyphens do not matter. */
  use(typed: string): boolean {
    if (!isSameSecret(plain(typed), plain(this.#code))) return false;
    this.#code = makeCode();
    this.#onNext(this.#code);
    return true;
  }
}

function plain(code: string): string {
  return code.toUpperCase().replaceAll(/[\s-]/gu, '');
}

/** 60 bits: as many tries as the sign-in allows find none in a lifetime. */
function makeCode(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(GROUPS * GROUP));
  // 256 is a multiple of 32: every letter is as likely.
  const letters = Array.from(bytes, (byte) => ALPHABET.charAt(byte % ALPHABET.length)).join('');
  return letters.match(/.{4}/gu)?.join('-') ?? letters;
}
