/**
 * Which row each slot of a windowed list shows, after rows from `first` up to, not including, `end` came into sight.
 * A row goes where its place falls among the slots and replaces what was there; other slots keep what they show, out
 * of sight. So a fling changes only what is seen, and a slot never moves in the page.
 *
 * ```
 *   4 slots, rows 0-2 in sight    0  1  2  –
 *   then 2-4                      4  1  2  3     ← 1 is out of sight, and nothing was done for it
 * ```
 *
 * @param slots - what slots showed before, -1 for nothing; another count of slots starts anew.
 */
export function fillSlots(
  slots: readonly number[],
  slotCount: number,
  first: number,
  end: number,
): readonly number[] {
  const next = slots.length === slotCount ? [...slots] : Array.from<number>({ length: slotCount }).fill(-1);
  for (let index = first; index < end; index += 1) next[index % slotCount] = index;
  return next;
}
