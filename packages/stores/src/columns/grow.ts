/** A typed array that a column may sit on. */
type ColumnArray = Uint8Array | Uint16Array | Uint32Array | Float64Array;

const FIRST_CAPACITY = 64;

/**
 * A copy with room for at least `length` values. It grows by a quarter, not to the double: the copying stays a
 * constant share of the work, and at most a fifth of a column is ever empty.
 */
export function grown<Values extends ColumnArray>(values: Values, length: number): Values {
  const capacity = Math.max(length, FIRST_CAPACITY, Math.ceil(values.length * 1.25));
  const larger = new (values.constructor as new (capacity: number) => Values)(capacity);
  larger.set(values);
  return larger;
}
