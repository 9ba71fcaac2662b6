import type { JsonValue } from '@oriel/core';
import type { Attributes } from './otlp-export.ts';

/** More list items than any real prompt has; a sender of numbers cannot make more of them than this. */
const MAX_SLOTS = 10_001;

/** More levels than any convention has. */
const MAX_SEGMENTS = 32;

/** Names that would reach into the prototype of an object. */
const UNSAFE = new Set(['__proto__', 'constructor', 'prototype']);

type Branch = Map<string, Node>;
type Node = Branch | { readonly leaf: JsonValue };

/**
 * The value that a sender has flattened into many attributes: `llm.tools.0.name`, `llm.tools.1.name` is a list of two
 * objects. Numbers are list indices; items come in their order, and where some were left out the rest moves up.
 * `null` and names that are unsafe as keys are left out. `undefined` when no attribute begins with the prefix.
 *
 * @param prefix - the name of the value, without a dot at its end.
 */
export function nestAttributes(attributes: Attributes, prefix: string): JsonValue | undefined {
  const start = `${prefix}.`;
  let root: Branch | undefined;
  let slots = 0;
  for (const [key, leaf] of attributes) {
    if (leaf === null || slots >= MAX_SLOTS || !key.startsWith(start)) continue;
    const segments = key.slice(start.length).split('.');
    if (segments.length > MAX_SEGMENTS || segments.some((segment) => UNSAFE.has(segment))) continue;
    slots += plant((root ??= new Map()), segments, leaf);
  }
  return root === undefined ? undefined : valueOf(root);
}

/** Puts a leaf where its segments lead and says how many list items that made. Of two that clash, the first stays. */
function plant(root: Branch, segments: readonly string[], leaf: JsonValue): number {
  let branch = root;
  let made = 0;
  for (const [depth, segment] of segments.entries()) {
    const known = branch.get(segment);
    if (known === undefined && isIndex(segment)) made += 1;
    if (depth === segments.length - 1) {
      if (known === undefined) branch.set(segment, { leaf });
    } else if (known === undefined) {
      const next: Branch = new Map();
      branch.set(segment, next);
      branch = next;
    } else if (known instanceof Map) {
      branch = known;
    } else {
      return made;
    }
  }
  return made;
}

function valueOf(branch: Branch): JsonValue {
  const entries = [...branch].map(
    ([segment, node]) => [segment, node instanceof Map ? valueOf(node) : node.leaf] as const,
  );
  return entries.every(([segment]) => isIndex(segment))
    ? entries.toSorted(([a], [b]) => Number(a) - Number(b)).map(([, value]) => value)
    : Object.fromEntries(entries);
}

function isIndex(segment: string): boolean {
  return /^\d{1,9}$/.test(segment);
}
