import { cookies } from 'next/headers';
import { userOf } from './users.ts';
import type { User } from './users.ts';

/** Who asks. A real app looks at its session; this one believes a cookie. */
export async function currentUser(): Promise<User> {
  return userOf((await cookies()).get('as')?.value);
}
