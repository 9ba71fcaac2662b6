/** How a number differs from the one before. */
export interface NumberChange {
  readonly difference: number;
  /** Of the number before: 0.25 is a quarter more. `null` where that was 0. */
  readonly share: number | null;
  /** How many times the number before, where it grew at least tenfold: a percentage says little then. Else `null`. */
  readonly times: number | null;
  readonly direction: 'up' | 'down' | 'same';
}

const MANY_TIMES = 10;

/** `null` when either is unknown. */
export function numberChange(value: number | null, before: number | null): NumberChange | null {
  if (value === null || before === null) return null;
  const difference = value - before;
  return {
    difference,
    share: before === 0 ? null : difference / Math.abs(before),
    times: before > 0 && value >= MANY_TIMES * before ? value / before : null,
    direction: difference > 0 ? 'up' : difference < 0 ? 'down' : 'same',
  };
}
