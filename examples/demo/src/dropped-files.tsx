import type { DroppedFile } from './use-dropped-files.ts';

const MOST_REASONS = 5;

/** What became of each file: how far it is, what was taken, what was rejected and why. */
export function DroppedFiles({ files, onClear }: { files: readonly DroppedFile[]; onClear: () => void }) {
  return (
    <aside className="demo-files" aria-label="Files">
      <div className="demo-files-list" aria-live="polite">
        {files.map((file) => (
          <FileEntry key={file.key} file={file} />
        ))}
      </div>
      <button type="button" className="demo-button" onClick={onClear}>
        Dismiss
      </button>
    </aside>
  );
}

function FileEntry({ file: { name, progress, report, error } }: { file: DroppedFile }) {
  if (error !== null) {
    return (
      <p className="demo-file" data-status="failed">
        <strong>{name}</strong> could not be read: {error}
      </p>
    );
  }
  if (report === null) {
    return (
      <p className="demo-file" data-status="running">
        <strong>{name}</strong> {describeProgress(progress)}{' '}
        <progress
          aria-label={`${name}: ${progress.stage}`}
          max={Math.max(1, progress.total)}
          {...(progress.total > 0 ? { value: progress.written } : {})}
        />
      </p>
    );
  }
  const { counts, rejected, ignored, traceIds } = report;
  const [traceId] = traceIds;
  return (
    <div className="demo-file" data-status={rejected.length > 0 ? 'rejected' : 'done'}>
      <p>
        <strong>{name}</strong> {ignored ?? describeCounts(counts, rejected.length)}{' '}
        {traceId !== undefined && <a href={`#/traces/${encodeURIComponent(traceId)}`}>Open</a>}
      </p>
      {rejected.length > 0 && (
        <ul>
          {rejected.slice(0, MOST_REASONS).map(({ where, reason }) => (
            <li key={`${where} ${reason}`}>
              <code>{where}</code> {reason}
            </li>
          ))}
          {rejected.length > MOST_REASONS && <li>and {rejected.length - MOST_REASONS} more</li>}
        </ul>
      )}
    </div>
  );
}

function describeProgress({ stage, written, total }: DroppedFile['progress']): string {
  return stage === 'writing' ? `writing ${written} of ${total}` : stage;
}

function describeCounts(
  { traces, observations, scores }: { traces: number; observations: number; scores: number },
  rejected: number,
): string {
  const taken = [count(traces, 'trace'), count(observations, 'observation'), count(scores, 'score')];
  const rest = rejected === 0 ? 'nothing rejected' : `${count(rejected, 'item')} rejected`;
  return `${taken.filter((part) => !part.startsWith('0 ')).join(', ') || 'nothing'} taken, ${rest}.`;
}

function count(amount: number, noun: string): string {
  return `${amount} ${noun}${amount === 1 ? '' : 's'}`;
}
