/** What is wrong with a filter text, and where: for an underline and a fix at one click. */
export interface FilterTextError {
  /** Where it begins, in UTF-16 units from the start of the text. */
  readonly position: number;
  /** How much of the text it is about; 0 where something is missing. */
  readonly length: number;
  /** What, why, and what to do, as a sentence. */
  readonly message: string;
  /** What to put in its place; `null` where nobody can guess. */
  readonly suggestion: string | null;
}
