import type { LogEntry } from './log-entry.ts';

/** What the command takes from its process. */
export interface CliSurroundings {
  /** Without `node` and the script. */
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Writes a line for people. */
  readonly print: (text: string) => void;
  /** Writes a line for machines. */
  readonly log: (entry: LogEntry) => void;
  /** Resolves with the reason when the process is asked to end. */
  readonly whenStopped: () => Promise<string>;
}
