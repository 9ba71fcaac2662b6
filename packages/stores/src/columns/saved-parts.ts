/** Some numbers or a JSON value of a snapshot, by a name such as `observations.startTime.values`. */
export interface SavedPart {
  readonly name: string;
  /** What the bytes are: a typed array in the byte order of its machine, or JSON in UTF-8. */
  readonly type: PartType;
  readonly bytes: Uint8Array;
}

const ARRAYS = { u8: Uint8Array, u16: Uint16Array, u32: Uint32Array, f64: Float64Array } as const;
export type PartType = keyof typeof ARRAYS | 'json';

type Numbers = Uint8Array | Uint16Array | Uint32Array | Float64Array;
type Integers = Exclude<Numbers, Float64Array>;

/** Something whose contents a snapshot keeps. `load` is called once, on a new one. */
interface Saved {
  save(parts: PartWriter): void;
  load(parts: PartReader): void;
}

/** The saved parts are not those of these tables: another version made them, or other options. */
export class SnapshotMismatch extends Error {
  constructor(name: string, what: string) {
    super(`The snapshot's part "${name}" ${what}.`);
    this.name = 'SnapshotMismatch';
  }
}

/** Copies the bytes of a part; its name tells where a copy may have room already. */
export type CopyBytes = (name: string, bytes: Uint8Array) => Uint8Array;

/** Copies contents into parts: what changes afterwards is not in them. */
export class PartWriter {
  readonly #prefix: string;
  readonly #parts: SavedPart[];
  readonly #copy: CopyBytes;

  /** @param copy - Default: into new memory. */
  constructor(parts: SavedPart[], copy: CopyBytes = (_, bytes) => bytes.slice(), prefix = '') {
    this.#parts = parts;
    this.#copy = copy;
    this.#prefix = prefix;
  }

  under(name: string): PartWriter {
    return new PartWriter(this.#parts, this.#copy, `${this.#prefix}${name}.`);
  }

  numbers(name: string, values: Numbers): void {
    const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
    this.#add(name, typeOf(values), this.#copy(this.#prefix + name, bytes));
  }

  json(name: string, value: unknown): void {
    this.#add(name, 'json', encodeJson(value));
  }

  /** As {@link json}, of a list that may be long and whose members never change: it becomes text when it is asked for. */
  list(name: string, values: readonly unknown[]): void {
    const copy = values.slice();
    let bytes: Uint8Array | undefined;
    this.#parts.push({
      name: this.#prefix + name,
      type: 'json',
      get bytes() {
        return (bytes ??= encodeJson(copy));
      },
    });
  }

  #add(name: string, type: PartType, bytes: Uint8Array): void {
    this.#parts.push({ name: this.#prefix + name, type, bytes });
  }
}

function encodeJson(value: unknown): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(value));
}

/**
 * Gives parts back by name, and their bytes away: what takes them may change them. Every part has to be asked for: one too
 * many is as suspicious as one that is missing.
 */
export class PartReader {
  readonly #prefix: string;
  readonly #parts: Map<string, SavedPart>;

  constructor(parts: Map<string, SavedPart>, prefix = '') {
    this.#parts = parts;
    this.#prefix = prefix;
  }

  under(name: string): PartReader {
    return new PartReader(this.#parts, `${this.#prefix}${name}.`);
  }

  /** @throws SnapshotMismatch */
  numbers(name: string): Numbers {
    const { type, bytes } = this.#take(name);
    if (type === 'json') throw new SnapshotMismatch(this.#prefix + name, 'holds no numbers');
    return new ARRAYS[type](ownBuffer(bytes));
  }

  /** @throws SnapshotMismatch */
  bytes(name: string): Uint8Array<ArrayBuffer> {
    const values = this.numbers(name);
    if (!(values instanceof Uint8Array)) throw new SnapshotMismatch(this.#prefix + name, 'holds no bytes');
    return values as Uint8Array<ArrayBuffer>;
  }

  /** @throws SnapshotMismatch */
  words(name: string): Uint32Array<ArrayBuffer> {
    const values = this.numbers(name);
    if (!(values instanceof Uint32Array)) {
      throw new SnapshotMismatch(this.#prefix + name, 'holds no numbers of 32 bits');
    }
    return values as Uint32Array<ArrayBuffer>;
  }

  /** @throws SnapshotMismatch */
  integers(name: string): Integers {
    const values = this.numbers(name);
    if (values instanceof Float64Array) {
      throw new SnapshotMismatch(this.#prefix + name, 'holds no whole numbers');
    }
    return values;
  }

  /** @throws SnapshotMismatch */
  json(name: string): unknown {
    const { type, bytes } = this.#take(name);
    if (type !== 'json') throw new SnapshotMismatch(this.#prefix + name, 'holds no JSON');
    return JSON.parse(new TextDecoder().decode(bytes));
  }

  /** @throws SnapshotMismatch - another value was saved. */
  expect(name: string, value: unknown): void {
    const saved = this.json(name);
    if (JSON.stringify(saved) !== JSON.stringify(value)) {
      throw new SnapshotMismatch(
        this.#prefix + name,
        `is ${JSON.stringify(saved)}, not ${JSON.stringify(value)}`,
      );
    }
  }

  /** @throws SnapshotMismatch - parts are left over. */
  finish(): void {
    const [left] = this.#parts.keys();
    if (left !== undefined) throw new SnapshotMismatch(left, 'belongs to nothing');
  }

  #take(name: string): SavedPart {
    const full = this.#prefix + name;
    const part = this.#parts.get(full);
    if (part === undefined) throw new SnapshotMismatch(full, 'is missing');
    this.#parts.delete(full);
    return part;
  }
}

/** A buffer with nothing but the bytes. They may be part of a larger one, which would then never be freed. */
function ownBuffer(bytes: Uint8Array): ArrayBuffer {
  const { buffer, byteLength } = bytes;
  return buffer instanceof ArrayBuffer && buffer.byteLength === byteLength
    ? buffer
    : new Uint8Array(bytes).buffer;
}

/** Saves every public member that can be saved under its own name. Members that cannot are derived from others. */
export function saveParts(table: object, parts: PartWriter): void {
  for (const [name, member] of Object.entries(table)) if (isSaved(member)) member.save(parts.under(name));
}

/** Loads what {@link saveParts} saved. */
export function loadParts(table: object, parts: PartReader): void {
  for (const [name, member] of Object.entries(table)) if (isSaved(member)) member.load(parts.under(name));
}

function isSaved(member: unknown): member is Saved {
  return typeof member === 'object' && member !== null && 'save' in member && 'load' in member;
}

function typeOf(values: Numbers): PartType {
  if (values instanceof Uint8Array) return 'u8';
  if (values instanceof Uint16Array) return 'u16';
  return values instanceof Uint32Array ? 'u32' : 'f64';
}
