/**
 * Which addresses may be loaded: origins such as `https://images.example.com`, or a function that answers `true`,
 * `false`, or `'ask'` for a button that the reader has to press.
 */
export type RemotePolicy = readonly string[] | ((url: URL) => boolean | 'ask');

/** What a policy says of an address; only `http:` and `https:` are ever loaded. */
export function judgeRemote(policy: RemotePolicy, address: string): 'load' | 'ask' | 'never' {
  const url = parseUrl(address);
  if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:')) return 'never';
  if (typeof policy !== 'function') return policy.includes(url.origin) ? 'load' : 'never';
  const answer = policy(url);
  return answer === 'ask' ? 'ask' : answer ? 'load' : 'never';
}

function parseUrl(address: string): URL | null {
  try {
    return new URL(address);
  } catch {
    return null;
  }
}
