/**
 * Pieces of SQL that several queries are made of. What they are given is SQL of ours or the name of a parameter, never a
 * value.
 */

/** Texts in the order of their UTF-16 units, as everywhere else: U+E000 to U+FFFF come after all that needs two units. */
export function unitOrder(text: string): string {
  return `replaceAll(replaceAll(${text}, '\\xEE', '\\xF5'), '\\xEF', '\\xF6')`;
}

/** The text in a register, after some characters in front of its stamp; NULL when it holds none. */
export function registerText(column: string, before = 0): string {
  const at = before + 18;
  const json = `substring(${column}, ${at})`;
  const plain = `substring(${column}, ${at + 1}, length(${column}) - ${at + 1})`;
  return `if(substring(${column}, ${at}, 1) = '"', if(position(${column}, '\\\\') = 0, ${plain}, JSONExtractString(${json})), NULL)`;
}

/** The number in a register; NULL when it holds none. */
export function registerNumber(column: string): string {
  return `toFloat64OrNull(substring(${column}, 18))`;
}

/** The value in a register as a tagged text; empty when it holds none. */
export function registerScalar(column: string): string {
  return `if(substring(${column}, 18, 1) = '"', concat('"', assumeNotNull(${registerText(column)})), substring(${column}, 18))`;
}

/** Free of the noise of binary fractions, as core's `withoutNoise`. */
export function withoutNoiseSql(number: string): string {
  return `arrayMap(n -> ${quiet('n')}, [${number}])[1]`;
}

export function mapWithoutNoise(map: string): string {
  return `mapFromArrays(mapKeys(${map}), arrayMap(n -> ${quiet('n')}, mapValues(${map})))`;
}

function quiet(n: string): string {
  // From 2^52 on every number is whole, and adding a half would round it.
  return `multiIf(isNull(${n}), ${n}, ${n} = trunc(${n}), ${n}, abs(${n} * 1e12) < 4503599627370496, floor(${n} * 1e12 + 0.5) / 1e12, abs(${n} * 1e12) < 9007199254740991, (${n} * 1e12) / 1e12, toFloat64(printf('%.15g', assumeNotNull(${n}))))`;
}

/** A number as JSON writes it. */
export function numberText(number: string): string {
  return `replaceRegexpOne(toString(${number}), 'e([0-9])', 'e+\\\\1')`;
}
