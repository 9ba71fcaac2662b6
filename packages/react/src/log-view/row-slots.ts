/** Which element each mounted row lives in. */
export interface RowSlots {
  /**
   * Gives every row a slot: the one it had while it was mounted, else one that a row has left. An element stays with
   * its row when the row is opened or when others come in above it, and goes to another row only when its own is gone.
   *
   * @returns slots in the order of the ids; no two are the same.
   */
  readonly assign: (ids: readonly string[]) => readonly number[];
}

/** Slots for one list. Giving the same ids again gives the same slots. */
export function rowSlots(): RowSlots {
  let slotOf: ReadonlyMap<string, number> = new Map();

  return {
    assign(ids) {
      const next = new Map<string, number>();
      const taken = new Set<number>();
      const slots = ids.map((id) => {
        const slot = slotOf.get(id);
        // Copies of an id are rows of their own.
        if (slot === undefined || taken.has(slot)) return -1;
        taken.add(slot);
        next.set(id, slot);
        return slot;
      });
      let free = 0;
      for (const [place, id] of ids.entries()) {
        if (slots[place] !== -1) continue;
        while (taken.has(free)) free += 1;
        taken.add(free);
        slots[place] = free;
        if (!next.has(id)) next.set(id, free);
      }
      slotOf = next;
      return slots;
    },
  };
}
