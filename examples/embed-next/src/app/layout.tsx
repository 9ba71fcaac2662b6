import type { ReactNode } from 'react';
import '@oriel/react/styles.css';
import './page.css';

export const metadata = { title: 'Oriel in Next.js' };

export default function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>{children}</body>
    </html>
  );
}
