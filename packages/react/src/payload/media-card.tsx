'use client';

import type { ReactNode } from 'react';
import type { MediaPart } from '@oriel/core';
import { usePresentation } from './presentation.ts';
import { mediaKind } from './media-kind.ts';

interface MediaCardProps {
  media: MediaPart;
  /** Why the bytes themselves are not here. */
  hint?: string | undefined;
  /** Where they are. */
  address?: string | undefined;
  /** What can be done with them. */
  children?: ReactNode;
}

/** Media in words: what it is, and what is known of it. */
export function MediaCard({ media, hint, address, children }: MediaCardProps) {
  const { payload } = usePresentation().messages;
  return (
    <div className="oriel-media-card">
      <span className="oriel-media-name">{media.name ?? payload[mediaKind(media.contentType)]}</span>
      {media.contentType !== null && <span className="oriel-media-type">{media.contentType}</span>}
      {children}
      {hint !== undefined && <span className="oriel-media-hint">{hint}</span>}
      {address !== undefined && (
        <code className="oriel-media-address" dir="ltr">
          {address.length > 500 ? `${address.slice(0, 500)}…` : address}
        </code>
      )}
    </div>
  );
}
