import { describe, it } from 'vitest';

/** One rule of a contract: a plain function that throws when a store breaks it. */
export interface Rule<Subject> {
  /** A sentence about what a user gets. */
  readonly title: string;
  check(subject: Subject): Promise<void>;
  /** Whether the subject claims what the rule is about: where not, the rule is skipped. Default: it does. */
  readonly applies?: ((subject: Subject) => boolean) | undefined;
}

/** The rules about one matter. */
export interface Chapter<Subject> {
  readonly title: string;
  readonly rules: readonly Rule<Subject>[];
}

/** Where the store under test comes from, a fresh one for every rule. */
export interface SubjectSource<Subject> {
  open(): Promise<Subject>;
  close(subject: Subject): Promise<void>;
}

/** Registers every rule as a test of its own. */
export function registerChapters<Subject>(
  name: string,
  chapters: readonly Chapter<Subject>[],
  source: SubjectSource<Subject>,
): void {
  describe(name, () => {
    for (const { title, rules } of chapters) {
      describe(title, () => {
        for (const rule of rules) {
          it(rule.title, async (context) => {
            const isChecked = await checkRule(rule, source);
            if (!isChecked) context.skip('Its capabilities exclude it.');
          });
        }
      });
    }
  });
}

/** Runs one rule on a fresh subject. False when the subject does not claim what the rule is about. */
export async function checkRule<Subject>(
  rule: Rule<Subject>,
  source: SubjectSource<Subject>,
): Promise<boolean> {
  const subject = await source.open();
  try {
    if (rule.applies?.(subject) === false) return false;
    await rule.check(subject);
    return true;
  } finally {
    await source.close(subject);
  }
}
