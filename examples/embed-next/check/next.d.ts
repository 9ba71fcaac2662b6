/** What the example takes from Next.js, for checks without it. */
declare module 'next/headers' {
  export function cookies(): Promise<{ get(name: string): { readonly value: string } | undefined }>;
}

declare module '*.css';
