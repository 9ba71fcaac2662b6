import { canonicalJson } from '../model/canonical-json.ts';
import type { DocumentVersion } from '../model/document.ts';
import type { CallOptions } from '../store/call-options.ts';
import type { DocumentStore } from '../store/document-store.ts';
import { StoreError } from '../store/store-error.ts';

/** A document as the store has it while its versions come in. */
interface Underway {
  readonly kind: string;
  readonly name: string;
  /** Bodies by version, as canonical JSON. */
  readonly bodies: Map<number, string>;
  /** Labels it had before: they stay where they are. */
  readonly labels: ReadonlySet<string>;
}

/**
 * Takes versions of documents, oldest first. A version is its number: one the store has is kept, one that would be the
 * next is added, and nothing is renumbered, because traces name prompts by their version.
 */
export class DocumentImport {
  readonly #store: DocumentStore | undefined;
  readonly #call: CallOptions;
  #underway: Underway | null = null;

  constructor(store: DocumentStore | undefined, call: CallOptions) {
    this.#store = store;
    this.#call = call;
  }

  /** @returns why the version was not taken, `null` when the store has it now. */
  async take({ kind, name, version, body, labels, createdAt }: DocumentVersion): Promise<string | null> {
    const store = this.#store;
    if (!store)
      return `The store has no place for documents, so version ${version} of "${name}" was not kept.`;
    const known = await this.#open(store, { kind, name });
    const kept = known.bodies.get(version);
    const text = canonicalJson(body);
    if (kept !== undefined && kept !== text) {
      return `The store has another version ${version} of "${name}", which was kept; the file's was not.`;
    }
    const own = labels.filter((label) => label !== 'latest' && !known.labels.has(label));
    if (kept !== undefined) {
      for (const label of own) await store.setLabel({ kind, name, version, label }, this.#call);
      return null;
    }
    try {
      const expectedVersion = version - 1;
      await store.write({ kind, name, body, labels: own, expectedVersion, createdAt }, this.#call);
    } catch (error) {
      if (!StoreError.is(error) || error.code !== 'conflict') throw error;
      return `Version ${version} of "${name}" does not follow what the store has (${known.bodies.size} versions), so it was not kept. ${error.message}`;
    }
    known.bodies.set(version, text);
    return null;
  }

  async #open(store: DocumentStore, { kind, name }: Pick<DocumentVersion, 'kind' | 'name'>) {
    if (this.#underway?.kind === kind && this.#underway.name === name) return this.#underway;
    const versions = await store.listVersions({ kind, name }, this.#call);
    this.#underway = {
      kind,
      name,
      bodies: new Map(versions.map((entry) => [entry.version, canonicalJson(entry.body)])),
      labels: new Set(versions.flatMap((entry) => entry.labels)),
    };
    return this.#underway;
  }
}
