/** Whether a map of usage or cost says anything at all; zeros do. */
export function hasAmounts(map: Readonly<Record<string, number>>): boolean {
  for (const _ in map) return true;
  return false;
}
