'use client';

import { CopyButton } from '../payload/copy-button.tsx';

interface IdValueProps {
  id: string;
  label: string;
}

/** An id to read and to copy. */
export function IdValue({ id, label }: IdValueProps) {
  return (
    <span className="oriel-id-value">
      <code title={id}>{id}</code>
      <CopyButton text={() => id} label={label} />
    </span>
  );
}
