export interface Row {
  readonly case: string;
  readonly value: number;
  readonly unit: string;
  /** What it is compared with, in the same unit. Default: nothing. */
  readonly against?: number | undefined;
  readonly note?: string | undefined;
  /** At most this much. Default: it is told for information. */
  readonly bar?: number | undefined;
}
