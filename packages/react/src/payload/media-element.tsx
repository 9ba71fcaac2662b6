'use client';

import { useState } from 'react';
import type { Bytes, MediaPart } from '@oriel/core';
import { usePresentation } from './presentation.ts';
import { MediaCard } from './media-card.tsx';
import { mediaKind } from './media-kind.ts';

interface MediaElementProps {
  media: MediaPart;
  /** Where the browser finds the bytes. */
  url: string;
  size: Bytes | null;
  /** The bytes are not ours to hand out. @defaultValue `false` */
  isRemote?: boolean | undefined;
}

/** Bytes that are at hand, in the element for their kind, with a way to save them. */
export function MediaElement({ media, url, size, isRemote = false }: MediaElementProps) {
  const { messages, format } = usePresentation();
  const { payload } = messages;
  const [isShown, setIsShown] = useState(false);
  const kind = mediaKind(media.contentType);
  const label = media.name ?? payload[kind];
  // A document from elsewhere may turn out to be a page.
  const canShow = kind === 'document' && !isRemote;
  return (
    <>
      {kind === 'image' && (
        <img
          className="oriel-media-image"
          src={url}
          alt={label}
          loading="lazy"
          referrerPolicy="no-referrer"
        />
      )}
      {/* Captions of what a model heard or said would have to come with the trace; where a transcript did, it stands below. */}
      {/* oxlint-disable jsx-a11y/media-has-caption */}
      {kind === 'audio' && (
        <audio className="oriel-media-audio" src={url} controls preload="metadata" aria-label={label} />
      )}
      {kind === 'video' && (
        <video className="oriel-media-video" src={url} controls preload="metadata" aria-label={label} />
      )}
      {/* oxlint-enable jsx-a11y/media-has-caption */}
      {canShow && isShown && (
        <object className="oriel-media-document" data={url} type="application/pdf" aria-label={label} />
      )}
      <MediaCard media={media}>
        {size !== null && <span className="oriel-media-type">{format.bytes(size)}</span>}
        {canShow && (
          <button type="button" className="oriel-text-button" onClick={() => setIsShown(!isShown)}>
            {isShown ? payload.hide : payload.show}
          </button>
        )}
        {!isRemote && (
          <a className="oriel-link" href={url} download={media.name ?? fileName(kind, media.contentType)}>
            {payload.download}
          </a>
        )}
      </MediaCard>
    </>
  );
}

function fileName(kind: string, contentType: string | null): string {
  const ending = /\/([\w-]{2,8})/.exec(contentType ?? '')?.[1];
  return ending === undefined ? kind : `${kind}.${ending}`;
}
