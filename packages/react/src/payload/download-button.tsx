'use client';

import { usePresentation } from './presentation.ts';
import { DownloadIcon } from '../icons/control-icons.tsx';

interface DownloadButtonProps {
  /** Made only when somebody asks for it. */
  text: () => string;
  /** Name of the file, ending included. */
  fileName: string;
  /** What is saved, for people who do not see where the button is. */
  label: string;
}

/** Saves text as a file. */
export function DownloadButton({ text, fileName, label }: DownloadButtonProps) {
  const { payload } = usePresentation().messages;

  function save() {
    const url = URL.createObjectURL(new Blob([text()], { type: 'application/octet-stream' }));
    const link = document.createElement('a');
    link.href = url;
    link.download = fileName;
    link.click();
    // The browser has taken hold of the bytes by the next task.
    setTimeout(() => URL.revokeObjectURL(url), 1000);
  }

  return (
    <button
      type="button"
      className="oriel-icon-button"
      aria-label={`${payload.download}: ${label}`}
      title={payload.download}
      onClick={save}
    >
      <DownloadIcon />
    </button>
  );
}
