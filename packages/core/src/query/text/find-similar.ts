/** The name that was likely meant: the same but for case, one that begins so, or one with a letter or two changed. */
export function findSimilar(typed: string, names: readonly string[]): string | null {
  const wanted = typed.toLowerCase();
  const exact = names.find((name) => name.toLowerCase() === wanted);
  if (exact !== undefined) return exact;
  const ranked = names
    .map((name) => ({ name, distance: editDistance(wanted, name.toLowerCase()) }))
    .toSorted((a, b) => a.distance - b.distance);
  const best = ranked[0];
  if (best && best.distance <= Math.min(2, Math.floor(wanted.length / 2))) return best.name;
  return names.find((name) => wanted.length >= 3 && name.toLowerCase().includes(wanted)) ?? null;
}

/** How many letters have to be added, removed or changed. */
function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const isSame = a.charAt(row - 1) === b.charAt(column - 1);
      current.push(
        Math.min(
          (previous[column - 1] ?? 0) + Number(!isSame),
          (previous[column] ?? 0) + 1,
          (current[column - 1] ?? 0) + 1,
        ),
      );
    }
    previous = current;
  }
  return previous[b.length] ?? 0;
}
