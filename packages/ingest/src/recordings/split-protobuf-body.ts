/** A field of a protobuf message with its bytes, tag and length included. */
interface Field {
  readonly tag: number;
  readonly whole: Uint8Array;
  readonly content: Uint8Array;
}

/** Tags of length-delimited fields 1 and 2. */
const FIRST = 0x0a;
const SECOND = 0x12;

/**
 * The same as exports of one span or log record each, every one with its resource and scope. Cut out of the bytes
 * without knowing more than this, which exports of spans, logs and metrics have in common:
 *
 *     export    1: resource group, repeated
 *     group     1: resource    2: scope group, repeated
 *     scope     1: scope       2: span, record or metric, repeated
 */
export function splitProtobufBody(body: Uint8Array): readonly Uint8Array[] {
  return readFields(body)
    .filter(({ tag }) => tag === FIRST)
    .flatMap((group) => takeApart(group.content, splitScopeGroup).map((part) => message(FIRST, part)));
}

function splitScopeGroup(scopeGroup: Uint8Array): readonly Uint8Array[] {
  return takeApart(scopeGroup, (item) => [item]);
}

/** A message once for each part of each field 2, with all its other fields. */
function takeApart(bytes: Uint8Array, split: (content: Uint8Array) => readonly Uint8Array[]): Uint8Array[] {
  const fields = readFields(bytes);
  const others = fields.filter(({ tag }) => tag !== SECOND).map(({ whole }) => whole);
  return fields
    .filter(({ tag }) => tag === SECOND)
    .flatMap(({ content }) => split(content))
    .map((part) => concat([...others, message(SECOND, part)]));
}

function readFields(bytes: Uint8Array): Field[] {
  const fields: Field[] = [];
  let position = 0;
  while (position < bytes.length) {
    const start = position;
    const tag = bytes[position] ?? 0;
    if ((tag & 7) !== 2 || tag >= 0x80) {
      throw new Error(`Byte ${position} begins no length-delimited field, so this is no OTLP export.`);
    }
    let length = 0;
    let shift = 0;
    let byte: number;
    do {
      position += 1;
      byte = bytes[position] ?? 0;
      length += (byte & 0x7f) * 2 ** shift;
      shift += 7;
    } while (byte >= 0x80);
    position += 1;
    const end = position + length;
    if (end > bytes.length) throw new Error(`The field at byte ${start} ends behind the body.`);
    fields.push({ tag, whole: bytes.subarray(start, end), content: bytes.subarray(position, end) });
    position = end;
  }
  return fields;
}

function message(tag: number, content: Uint8Array): Uint8Array {
  const head = [tag];
  let length = content.length;
  while (length >= 0x80) {
    head.push((length % 0x80) | 0x80);
    length = Math.floor(length / 0x80);
  }
  head.push(length);
  return concat([Uint8Array.from(head), content]);
}

function concat(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let offset = 0;
  for (const part of parts) {
    bytes.set(part, offset);
    offset += part.length;
  }
  return bytes;
}
