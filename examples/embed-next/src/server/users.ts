export interface User {
  readonly id: string;
  readonly name: string;
}

const ADA: User = { id: 'ada', name: 'Ada' };
const GRACE: User = { id: 'grace', name: 'Grace' };

/** Somebody by their id; whoever is not known is Ada. */
export function userOf(id: string | undefined): User {
  return id === GRACE.id ? GRACE : ADA;
}
