/** Newer than the language's own list of what a page can do. */
interface FilePicker {
  readonly showSaveFilePicker?: (options: {
    readonly suggestedName: string;
  }) => Promise<{ readonly createWritable: () => Promise<WritableStream<Uint8Array>> }>;
}

/**
 * Saves a stream as a file: piece by piece where the browser lets the reader choose a place, elsewhere as a download
 * of the whole.
 *
 * @throws DOMException `AbortError` - the reader chose no place.
 */
export async function saveStream(
  stream: ReadableStream<Uint8Array>,
  name: string,
  signal: AbortSignal,
): Promise<void> {
  const picker = window as FilePicker;
  if (picker.showSaveFilePicker) {
    const handle = await picker.showSaveFilePicker({ suggestedName: name });
    await stream.pipeTo(await handle.createWritable(), { signal });
    return;
  }
  const blob = await new Response(stream).blob();
  signal.throwIfAborted();
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
