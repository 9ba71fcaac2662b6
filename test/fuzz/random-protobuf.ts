import type { Dice } from './dice.ts';
import { concat } from './mutate-bytes.ts';

/** Fields that messages of an export have, so that noise gets further than the first tag. */
const MAX_FIELD = 17;

/** A protobuf message of random fields, some of them messages, up to so many levels deep. */
export function randomProtobuf(dice: Dice, levels = 6): Uint8Array {
  const fields = Array.from({ length: dice.below(6) }, () => randomField(dice, levels));
  return concat(...fields);
}

/** A length-delimited field. */
export function framed(field: number, content: Uint8Array): Uint8Array {
  return concat(varint(field * 8 + 2), varint(content.length), content);
}

function randomField(dice: Dice, levels: number): Uint8Array {
  const field = 1 + dice.below(dice.oneIn(3) ? MAX_FIELD : 2);
  const layout = dice.pick([0, 1, 2, 2, 2, 2, 2, 5, dice.below(8)]);
  if (layout === 2) {
    // The lengths of ids, too.
    const content =
      levels > 0 && !dice.oneIn(4)
        ? randomProtobuf(dice, levels - 1)
        : dice.bytes(dice.pick([0, 1, 8, 16, dice.below(80)]));
    const field2 = framed(field, content);
    return dice.oneIn(20) ? field2.subarray(0, dice.below(field2.length)) : field2;
  }
  const lengths: Readonly<Record<number, number>> = { 0: 1 + dice.below(10), 1: 8, 5: 4 };
  const content = dice.bytes(lengths[layout] ?? 0);
  if (layout === 0)
    content.forEach(
      (byte, index) => (content[index] = index < content.length - 1 ? byte | 0x80 : byte & 0x7f),
    );
  return concat(varint(field * 8 + layout), content);
}

function varint(value: number): Uint8Array {
  const bytes: number[] = [];
  let rest = value;
  while (rest >= 0x80) {
    bytes.push((rest % 0x80) | 0x80);
    rest = Math.floor(rest / 0x80);
  }
  return Uint8Array.from([...bytes, rest]);
}
