export interface Fact {
  readonly label: string;
  readonly value: string;
  readonly note?: string | null | undefined;
}

/** A few numbers side by side. */
export function FactList({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className="oriel-score-analytics-facts">
      {facts.map(({ label, value, note }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            <bdi className="oriel-score-analytics-number" title={value}>
              {value}
            </bdi>
            {note && <span className="oriel-quiet">{note}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
