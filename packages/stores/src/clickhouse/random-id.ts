/** A name that nobody else has, in any process. */
export function randomId(): string {
  return crypto.randomUUID();
}
