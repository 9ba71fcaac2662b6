import { childNode, memberAt, sizeOf } from './open-node.ts';
import type { OpenNode } from './open-node.ts';

const OPEN_DEPTH = 3;
const OPEN_SIZE = 40;
const OPEN_LIMIT = 400;
/** Texts up to this length are open from the start. */
const OPEN_TEXT = 2000;

/** What is short is open, a few levels deep: most payloads are read without a click. */
export function openAtFirst(root: OpenNode): void {
  let opened = 0;
  let level = [root];
  for (let depth = 1; depth < OPEN_DEPTH && level.length > 0; depth += 1) {
    const next: OpenNode[] = [];
    for (const node of level) {
      if (node.size > OPEN_SIZE || node.lines) continue;
      for (let place = 0; place < node.size && opened < OPEN_LIMIT; place += 1) {
        const value = memberAt(node, place);
        if (sizeOf(value) === null || (sizeOf(value) ?? 0) > OPEN_SIZE) continue;
        if (typeof value === 'string' && value.length > OPEN_TEXT) continue;
        const child = childNode(node, place);
        if (!child) continue;
        child.isOpen = true;
        opened += 1;
        next.push(child);
      }
    }
    level = next;
  }
}
