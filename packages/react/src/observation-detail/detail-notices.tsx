'use client';

import type { NodeNotice } from '@oriel/core';
import { usePresentation } from './presentation.ts';

interface DetailNoticesProps {
  notices: readonly NodeNotice[];
}

/** What a reader should know before believing what is shown, in words. */
export function DetailNotices({ notices }: DetailNoticesProps) {
  const { messages, format } = usePresentation();
  if (notices.length === 0) return null;

  function textOf(notice: NodeNotice): string {
    switch (notice.kind) {
      case 'interrupted':
        return messages.detail.interrupted;
      case 'running':
        return messages.detail.isRunning;
      case 'truncated':
        return messages.detail.truncated;
      case 'masked':
        return messages.detail.masked;
      case 'sampled':
        return messages.detail.sampled(format.share(notice.share));
      default:
        return notice satisfies never;
    }
  }

  return (
    <ul className="oriel-detail-notices">
      {notices.map((notice) => (
        <li key={notice.kind} data-notice={notice.kind}>
          {textOf(notice)}
        </li>
      ))}
    </ul>
  );
}
