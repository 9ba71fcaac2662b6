import type { Bytes, GraphTask } from '@oriel/core';
import { jsonDictionary } from '../columns/dictionary.ts';
import { hashText } from '../columns/id-column.ts';
import { IntegerColumn } from '../columns/integer-column.ts';
import { memoryOf } from '../columns/memory-of.ts';
import { PackedTexts } from '../columns/packed-texts.ts';
import { RowIndex } from '../columns/row-index.ts';
import { loadParts, saveParts } from '../columns/saved-parts.ts';
import type { PartReader, PartWriter } from '../columns/saved-parts.ts';

/** What many tasks have in common: all but their namespace, which is each one's own. */
interface TaskKind extends Omit<GraphTask, 'namespace'> {
  readonly hasNamespace: boolean;
}

/** The tasks of LangGraph by code, each once; code 0 is none. There are many: every fifth observation may be one. */
export class GraphTasks {
  readonly kind = new IntegerColumn();
  readonly kinds = jsonDictionary<TaskKind>();
  readonly namespaces = new PackedTexts();
  /** Kept, so that the index grows without unpacking what is in it. */
  readonly hash = new IntegerColumn();
  readonly #index = new RowIndex((place) => this.hash.get(place));

  /** The code of a task, a new one if nobody had it before. */
  codeOf(task: GraphTask | null): number {
    if (task === null) return 0;
    const { namespace, node, step, triggers } = task;
    const kind = this.kinds.codeOf({ node, step, triggers, hasNamespace: namespace !== null });
    const text = namespace ?? '';
    const hash = hashTask(kind, text);
    const isIt = (place: number) =>
      this.hash.get(place) === hash && this.kind.get(place) === kind && this.namespaces.get(place) === text;
    const known = this.#index.find(hash, isIt);
    if (known >= 0) return known + 1;
    const place = this.namespaces.push(text);
    this.kind.set(place, kind);
    this.hash.set(place, hash);
    this.#index.add(place);
    return place + 1;
  }

  valueOf(code: number): GraphTask | null {
    const kind = this.#kindOf(code);
    if (kind === null) return null;
    const { hasNamespace, node, step, triggers } = kind;
    return { node, step, namespace: hasNamespace ? this.namespaces.get(code - 1) : null, triggers };
  }

  /** As `valueOf(code)?.node`, but quicker. */
  nodeOf(code: number): string | null {
    return this.#kindOf(code)?.node ?? null;
  }

  /** Codes are below this. */
  get size(): number {
    return this.namespaces.count + 1;
  }

  get memoryUsage(): Bytes {
    return memoryOf(this) + this.#index.memoryUsage;
  }

  save(parts: PartWriter): void {
    saveParts(this, parts);
    this.#index.save(parts.under('#index'));
  }

  load(parts: PartReader): void {
    loadParts(this, parts);
    this.#index.load(parts.under('#index'));
  }

  #kindOf(code: number): TaskKind | null {
    return code === 0 ? null : this.kinds.valueOf(this.kind.get(code - 1));
  }
}

function hashTask(kind: number, namespace: string): number {
  return (hashText(namespace) ^ Math.imul(kind, 0x9e3779b1)) >>> 0;
}
