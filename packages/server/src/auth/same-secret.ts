const encoder = new TextEncoder();

/**
 * Whether two texts are the same, in a time that tells nothing about where they differ: it depends on the length of
 * what was sent alone, which its sender knows.
 */
export function isSameSecret(sent: string, kept: string): boolean {
  const a = encoder.encode(sent);
  const b = encoder.encode(kept);
  let difference = a.length ^ b.length;
  for (let index = 0; index < a.length; index += 1) {
    difference |= (a[index] ?? 0) ^ (b[index % b.length] ?? 0);
  }
  return difference === 0;
}
