import type { ReactNode } from 'react';

/** A named fact; facts without a value are left out. */
export interface Fact {
  readonly name: string;
  readonly value: ReactNode;
}

interface FactListProps {
  facts: readonly Fact[];
  className: string;
}

/** Facts as names and values. */
export function FactList({ facts, className }: FactListProps) {
  return (
    <dl className={className}>
      {facts
        .filter(({ value }) => value !== null && value !== undefined && value !== false && value !== '')
        .map(({ name, value }) => (
          <div key={name} className="oriel-fact">
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
