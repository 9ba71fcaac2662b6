import type { OpenNode, Order } from './open-node.ts';

/** Lines below a node's own. */
export function rowsBelow(node: OpenNode): number {
  return node.size + (orderOf(node).extra.at(-1) ?? 0);
}

/** Lines between a node's own and that of the child at a place. */
export function rowsBefore(node: OpenNode, place: number): number {
  const { places, extra } = orderOf(node);
  return place + (extra[firstAtLeast(places, place)] ?? 0);
}

function orderOf(node: OpenNode): Order {
  if (node.order) return node.order;
  const places = [...node.children].flatMap(([place, child]) => (child.isOpen ? [place] : []));
  places.sort((a, b) => a - b);
  const extra = [0];
  for (const place of places) {
    const child = node.children.get(place);
    extra.push((extra.at(-1) ?? 0) + (child ? rowsBelow(child) : 0));
  }
  node.order = { places, extra };
  return node.order;
}

/** Which child a line below a container is in, and which line below that child: -1 for the child's own line. */
export function childAt(
  node: OpenNode,
  line: number,
): { place: number; open: OpenNode | undefined; below: number } {
  const { places, extra } = orderOf(node);
  // The last open child whose own line is at or before this one.
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] ?? 0) + (extra[middle] ?? 0) <= line) low = middle + 1;
    else high = middle;
  }
  const before = low - 1;
  if (before >= 0) {
    const place = places[before] ?? 0;
    const open = node.children.get(place);
    const below = line - place - (extra[before] ?? 0) - 1;
    if (open && below < rowsBelow(open)) return { place, open, below };
  }
  return { place: line - (extra[low] ?? 0), open: undefined, below: -1 };
}

function firstAtLeast(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
