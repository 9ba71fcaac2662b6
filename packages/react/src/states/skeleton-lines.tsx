/** Widths that read as text rather than as a bar chart. */
const WIDTHS = [62, 44, 56, 30, 48, 38, 52, 26, 46, 34];

interface SkeletonLinesProps {
  count: number;
  /** Class of one line, so that it is as high as what will stand there. */
  className: string;
  /** Said to people who do not see the lines. */
  label: string;
}

/** Quiet lines where content will be, so that nothing moves when it comes. */
export function SkeletonLines({ count, className, label }: SkeletonLinesProps) {
  return (
    <div className="oriel-skeleton">
      <output className="oriel-visually-hidden">{label}</output>
      {Array.from({ length: count }, (_, line) => (
        <div key={line} className={className} aria-hidden="true">
          <span
            className="oriel-skeleton-line"
            style={{ inlineSize: `${WIDTHS[line % WIDTHS.length] ?? 40}%` }}
          />
        </div>
      ))}
    </div>
  );
}
