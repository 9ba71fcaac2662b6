'use client';

import { useContext, useMemo, useState } from 'react';
import type { MediaPart } from '@oriel/core';
import { useMedia } from '../hooks/use-media.ts';
import { useObjectUrl } from '../hooks/use-object-url.ts';
import { usePresentation } from './presentation.ts';
import { judgeRemote } from '../provider/remote-policy.ts';
import { StoreContext } from '../provider/store-context.ts';
import { decodeBase64 } from './decode-base64.ts';
import { MediaCard } from './media-card.tsx';
import { MediaElement } from './media-element.tsx';

interface MediaViewProps {
  media: MediaPart;
}

/** An image, a recording or a file of a message, wherever its bytes are. */
export function MediaView({ media }: MediaViewProps) {
  const { messages } = usePresentation();
  const hasStore = useContext(StoreContext) !== null;
  const { source } = media;
  return (
    <figure className="oriel-media" data-source={source.kind}>
      {source.kind === 'inline' && <InlineMedia media={media} base64={source.base64} />}
      {source.kind === 'remote' && <RemoteMedia media={media} url={source.url} />}
      {source.kind === 'vendor' && (
        <MediaCard media={media} hint={messages.payload.mediaVendor} address={source.fileId} />
      )}
      {source.kind === 'stored' &&
        (hasStore ? (
          <StoredMedia media={media} id={source.id} />
        ) : (
          <MediaCard media={media} hint={messages.payload.mediaWithoutStore} address={source.id} />
        ))}
      {media.transcript !== null && <figcaption dir="auto">{media.transcript}</figcaption>}
    </figure>
  );
}

function StoredMedia({ media, id }: { media: MediaPart; id: string }) {
  const { payload } = usePresentation().messages;
  const { data, url, error } = useMedia(id);
  if (error) return <MediaCard media={media} hint={payload.mediaFailed} address={error.message} />;
  if (data === null) return <MediaCard media={media} hint={payload.mediaMissing} address={id} />;
  if (!data || url === null) return <MediaCard media={media} hint={payload.loadingMedia} />;
  return (
    <MediaElement media={{ ...media, contentType: data.contentType }} url={url} size={data.contentLength} />
  );
}

function InlineMedia({ media, base64 }: { media: MediaPart; base64: string }) {
  const { payload } = usePresentation().messages;
  const bytes = useMemo(() => decodeBase64(base64), [base64]);
  const url = useObjectUrl(bytes, media.contentType);
  if (!bytes) return <MediaCard media={media} hint={payload.mediaBroken} />;
  if (url === null) return <MediaCard media={media} hint={payload.loadingMedia} />;
  return <MediaElement media={media} url={url} size={bytes.length} />;
}

function RemoteMedia({ media, url }: { media: MediaPart; url: string }) {
  const { messages, allowRemote } = usePresentation();
  const [isAskedFor, setIsAskedFor] = useState(false);
  const verdict = judgeRemote(allowRemote, url);
  if (verdict === 'load' || (verdict === 'ask' && isAskedFor)) {
    return <MediaElement media={media} url={url} size={null} isRemote />;
  }
  return (
    <MediaCard media={media} hint={messages.payload.mediaRemote} address={url}>
      {verdict === 'ask' && (
        <button type="button" className="oriel-text-button" onClick={() => setIsAskedFor(true)}>
          {messages.payload.load}
        </button>
      )}
    </MediaCard>
  );
}
