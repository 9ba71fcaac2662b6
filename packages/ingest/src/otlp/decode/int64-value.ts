/** A 64-bit integer as a number where a double holds it exactly, as digits where not. */
export function int64Value(value: bigint): number | string {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : value.toString();
}
