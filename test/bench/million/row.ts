/** A line of the table. */
export interface Row {
  readonly case: string;
  readonly value: number;
  readonly unit: string;
  /** The same of what it is measured beside. */
  readonly against?: number;
  readonly note?: string;
  readonly bar?: string;
  /** Whether the bar is met; without one, nothing is asked of it. */
  readonly ok?: boolean;
}
