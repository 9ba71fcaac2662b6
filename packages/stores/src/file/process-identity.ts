import { readFileSync } from 'node:fs';

/** Who a process is. A pid alone is not enough: it is given again, in a container even at every start. */
export interface ProcessIdentity {
  readonly pid: number;
  /** When it was started, as its system counts; `null` where that cannot be told. */
  readonly startedAt: string | null;
}

export function ownIdentity(): ProcessIdentity {
  return { pid: process.pid, startedAt: startOf(process.pid) };
}

/** Whether a process of this machine still runs. In doubt it does. */
export function isRunning({ pid, startedAt }: ProcessIdentity): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: it runs, for somebody else.
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return false;
  }
  return startedAt === null || startOf(pid) === startedAt;
}

/** Linux tells it: field 22 of `stat`, behind the name, which may have spaces and brackets. */
function startOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
}
