/** Says that our own page asks; pages of other origins cannot send it. */
const PAGE_HEADERS = { 'x-oriel-page': '1' };

/** Who is signed in, as the page needs to know. */
export interface Session {
  /** For the lines that programs are pointed here with. */
  readonly publicKey: string;
}

export type SignInAnswer = Session | { readonly problem: 'wrong' | 'tooMany' | 'unreachable' };

/** `null` when nobody is signed in. @throws TypeError - the server does not answer. */
export async function currentSession(): Promise<Session | null> {
  const response = await fetch('/session', { headers: PAGE_HEADERS });
  const { publicKey } = (await response.json()) as { readonly publicKey: string | null };
  return publicKey === null ? null : { publicKey };
}

/** The code goes in the body: addresses are kept by browsers and written into logs. */
export async function signIn(code: string): Promise<SignInAnswer> {
  try {
    const response = await fetch('/session', {
      method: 'POST',
      headers: { ...PAGE_HEADERS, 'content-type': 'application/json' },
      body: JSON.stringify({ code }),
    });
    const answer: unknown = await response.json();
    if (response.ok) return answer as Session;
    if (response.status === 429) return { problem: 'tooMany' };
    return { problem: response.status === 401 ? 'wrong' : 'unreachable' };
  } catch {
    return { problem: 'unreachable' };
  }
}

export async function signOut(): Promise<void> {
  const response = await fetch('/session', { method: 'DELETE', headers: PAGE_HEADERS });
  await response.arrayBuffer();
}

/** Asks the collector in the name of who is signed in. @param onSignedOut - hears that the session is over. */
export function sessionFetch(onSignedOut: () => void) {
  return async (request: Request): Promise<Response> => {
    for (const [name, value] of Object.entries(PAGE_HEADERS)) request.headers.set(name, value);
    const response = await fetch(request);
    if (response.status === 401) onSignedOut();
    return response;
  };
}
