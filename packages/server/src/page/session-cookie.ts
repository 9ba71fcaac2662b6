import type { Milliseconds } from '@oriel/core';

/** Where the page is reached. */
export interface PageAddress {
  readonly isSecure: boolean;
  readonly port: string;
}

export function pageAddress(url: string): PageAddress {
  const { protocol, port } = new URL(url);
  return { isSecure: protocol === 'https:', port };
}

/** Cookies are shared by all ports of a host, and several collectors may run on one machine. */
function cookieName({ isSecure, port }: PageAddress): string {
  return isSecure ? '__Host-oriel-session' : `oriel-session-${port === '' ? '80' : port}`;
}

/** No script reads it, and no other site makes a browser send it. An empty token takes it away. */
export function sessionCookie(address: PageAddress, token: string, lifetimeMs: Milliseconds): string {
  const attributes = ['Path=/', 'HttpOnly', 'SameSite=Strict', `Max-Age=${Math.floor(lifetimeMs / 1000)}`];
  if (address.isSecure) attributes.push('Secure');
  return [`${cookieName(address)}=${token}`, ...attributes].join('; ');
}

/** The token in the cookie; `null` for none. */
export function readSessionCookie(request: Request, address: PageAddress): string | null {
  const name = `${cookieName(address)}=`;
  const cookies = (request.headers.get('cookie') ?? '').split(';').map((cookie) => cookie.trim());
  return cookies.find((cookie) => cookie.startsWith(name))?.slice(name.length) ?? null;
}
