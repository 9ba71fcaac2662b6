declare const unit: unique symbol;

/** A soft brand: plain literals pass, mixing two units does not. */
type Unit<Name extends string> = number & { readonly [unit]?: Name };

/** Milliseconds since the Unix epoch; may carry a fraction (a double resolves about 0.25 µs today). */
export type EpochMs = Unit<'EpochMs'>;

/** A length of time in milliseconds. */
export type Milliseconds = Unit<'Milliseconds'>;

/** US dollars. */
export type Usd = Unit<'Usd'>;

/** A count of model tokens (or of the unit the usage key names, such as characters or images). */
export type Tokens = Unit<'Tokens'>;

/** A length in bytes. */
export type Bytes = Unit<'Bytes'>;
