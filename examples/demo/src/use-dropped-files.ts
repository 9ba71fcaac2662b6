import { useEffect, useState } from 'react';
import type { IngestionClient, IngestProgress, IngestReport } from '@oriel/ingest/worker';

/** A file somebody gave the page, and what has become of it. */
export interface DroppedFile {
  readonly key: number;
  readonly name: string;
  readonly progress: IngestProgress;
  /** `null` until it is done. */
  readonly report: IngestReport | null;
  /** Why it could not be read or stored at all. */
  readonly error: string | null;
}

let nextKey = 0;

/** Files dropped anywhere on the page, or picked, go to the worker; the newest stands first. */
export function useDroppedFiles(client: IngestionClient) {
  const [files, setFiles] = useState<readonly DroppedFile[]>([]);
  const [isOver, setIsOver] = useState(false);

  function change(key: number, changes: Partial<DroppedFile>): void {
    setFiles((all) => all.map((file) => (file.key === key ? { ...file, ...changes } : file)));
  }

  async function take(file: File): Promise<void> {
    nextKey += 1;
    const key = nextKey;
    const progress: IngestProgress = { stage: 'waiting', written: 0, total: 0 };
    setFiles((all) => [{ key, name: file.name, progress, report: null, error: null }, ...all]);
    try {
      const body = new Uint8Array(await file.arrayBuffer());
      const report = await client.ingest({ body }, { onProgress: (next) => change(key, { progress: next }) });
      change(key, { report });
    } catch (error) {
      change(key, { error: error instanceof Error ? error.message : String(error) });
    }
  }

  function takeAll(list: FileList | null | undefined): void {
    for (const file of list ?? []) void take(file);
  }

  useEffect(() => {
    const isFileDrag = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
    const onDragOver = (event: DragEvent) => {
      if (!isFileDrag(event)) return;
      event.preventDefault();
      setIsOver(true);
    };
    const onDragLeave = (event: DragEvent) => {
      if (event.relatedTarget === null) setIsOver(false);
    };
    const onDrop = (event: DragEvent) => {
      if (!isFileDrag(event)) return;
      event.preventDefault();
      setIsOver(false);
      takeAll(event.dataTransfer?.files);
    };
    window.addEventListener('dragover', onDragOver);
    window.addEventListener('dragleave', onDragLeave);
    window.addEventListener('drop', onDrop);
    return () => {
      window.removeEventListener('dragover', onDragOver);
      window.removeEventListener('dragleave', onDragLeave);
      window.removeEventListener('drop', onDrop);
    };
    // oxlint-disable-next-line react/exhaustive-deps -- the handlers only reach the client and state setters
  }, [client]);

  return { files, isOver, takeAll, clear: () => setFiles([]) };
}
