/** Choices made with a source of chance, which a seed repeats. */
export function chooser(random: () => number) {
  const below = (count: number) => Math.floor(random() * count);
  return {
    /** A whole number from 0 to less than the count. */
    below,
    pick: <Item>(from: readonly Item[]) => from[below(from.length)] as Item,
    isLikely: (chance: number) => random() < chance,
    maybe: <Fields extends object>(chance: number, fields: () => Fields): Partial<Fields> =>
      random() < chance ? fields() : {},
  };
}
