import { currentUser } from '../../../server/current-user.ts';
import { mintToken } from '../../../server/mint-token.ts';

/** The next token of whoever is signed in. */
export async function GET(): Promise<Response> {
  return new Response(await mintToken(await currentUser()), { headers: { 'cache-control': 'no-store' } });
}
