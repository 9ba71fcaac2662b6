import type { ReactNode } from 'react';

interface IconProps {
  /** Drawn on a grid of 16 by 16, stroked in the colour of the text around it. */
  children: ReactNode;
  className?: string | undefined;
}

/** Frame of our own line icons. They decorate text that says the same, so readers of text skip them. */
export function Icon({ children, className = 'oriel-icon' }: IconProps) {
  return (
    <svg
      className={className}
      viewBox="0 0 16 16"
      width="16"
      height="16"
      aria-hidden="true"
      focusable="false"
    >
      {children}
    </svg>
  );
}
