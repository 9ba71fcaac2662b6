/** Opens a file to write texts into, such as one on the reader's disk; `null` when the reader wants none after all. */
export type OpenFile = (fileName: string, type: string) => Promise<WritableStream<string> | null>;

/** Writes texts one after another, the next one only when the last is written, and takes the file back if that fails. */
export async function saveParts(parts: AsyncIterable<string>, file: WritableStream<string>): Promise<void> {
  const writer = file.getWriter();
  try {
    for await (const part of parts) await writer.write(part);
    await writer.close();
  } catch (error) {
    await writer.abort(error).catch(() => undefined);
    throw error;
  }
}

/** A file where the reader says, written as it comes; where browsers cannot do that, a download. */
export const openFile: OpenFile = async (fileName, type) => {
  const { showSaveFilePicker } = window as FilePickerWindow;
  if (!showSaveFilePicker) return download(fileName, type);
  try {
    const handle = await showSaveFilePicker({ suggestedName: fileName });
    return await handle.createWritable();
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return null;
    // A page inside another one may not ask.
    return download(fileName, type);
  }
};

interface FilePickerWindow {
  readonly showSaveFilePicker?: (options: {
    suggestedName: string;
  }) => Promise<{ createWritable: () => Promise<WritableStream<string>> }>;
}

/** Characters that are handed to the browser at once, which may keep them on disk. */
const PIECE = 1_000_000;

function download(fileName: string, type: string): WritableStream<string> {
  let blob = new Blob([], { type });
  let waiting: string[] = [];
  let length = 0;
  const flush = () => {
    blob = new Blob([blob, ...waiting], { type });
    waiting = [];
    length = 0;
  };
  return new WritableStream({
    write(part) {
      waiting.push(part);
      length += part.length;
      if (length >= PIECE) flush();
    },
    close() {
      flush();
      const link = document.createElement('a');
      link.href = URL.createObjectURL(blob);
      link.download = fileName;
      link.click();
      URL.revokeObjectURL(link.href);
    },
  });
}
