/**
 * Which segments there are and which of them count is told by their names alone, so no list of them can go stale:
 *
 *     00000001-00000004.g2.segment     holds what segments 1 to 4 held, rewritten for the second time
 *     00000004-00000004.g0.segment     covered by the one above: what a crash left of the rewriting
 *     00000005-00000005.g0.segment
 */
export interface SegmentName {
  readonly first: number;
  readonly last: number;
  /** 0 as written by the log, one more for each rewriting. */
  readonly generation: number;
}

const PATTERN = /^(\d{8,})-(\d{8,})\.g(\d+)\.segment$/;

/** `null` for other files. */
export function parseSegmentName(file: string): SegmentName | null {
  const [, first, last, generation] = PATTERN.exec(file) ?? [];
  if (first === undefined) return null;
  return { first: Number(first), last: Number(last), generation: Number(generation) };
}

export function formatSegmentName({ first, last, generation }: SegmentName): string {
  const number = (value: number) => String(value).padStart(8, '0');
  return `${number(first)}-${number(last)}.g${generation}.segment`;
}

/** Segments that count, ascending, and those that others cover. */
export function sortSegments(names: readonly SegmentName[]): {
  readonly live: readonly SegmentName[];
  readonly covered: readonly SegmentName[];
} {
  const isCovered = (name: SegmentName) =>
    names.some(
      ({ first, last, generation }) =>
        first <= name.first && last >= name.last && generation > name.generation,
    );
  return {
    live: names.filter((name) => !isCovered(name)).toSorted((a, b) => a.first - b.first),
    covered: names.filter(isCovered),
  };
}
