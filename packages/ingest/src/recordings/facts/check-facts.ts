/** Holds one fact against what came out. */
export type Check<Subject> = (expected: unknown, subject: Subject) => void;

/** A check for every fact that may be known of a subject; `null` for facts that ingestion does not decide. */
export type Checks<Subject> = Readonly<Record<string, Check<Subject> | null>>;

/** A check of a fact whose shape is known. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the checks name the shapes
export function fact<Expected, Subject>(
  check: (expected: Expected, subject: Subject) => void,
): Check<Subject> {
  return (expected, subject) => check(expected as Expected, subject);
}

/** Holds all facts against what came out. A fact without a check fails: none is passed over unseen. */
export function checkFacts<Subject>(checks: Checks<Subject>, facts: object, subject: Subject): void {
  for (const [name, expected] of Object.entries(facts)) {
    const check = Object.hasOwn(checks, name) ? checks[name] : undefined;
    if (check === undefined) throw new Error(`No check for the fact "${name}": ${JSON.stringify(expected)}`);
    check?.(expected, subject);
  }
}
