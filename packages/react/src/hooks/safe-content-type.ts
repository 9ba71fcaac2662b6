const SHOWN =
  /^(?:image\/(?:png|jpe?g|gif|webp|avif|bmp|tiff|heic|svg\+xml)|audio\/[\w.+-]+|video\/[\w.+-]+|application\/pdf)$/;

/**
 * The type that bytes of a trace may have in the host's origin. Whoever sends a trace chooses the type: a page or a
 * script under an address of the host would run as the host's own, so those are nothing but bytes.
 */
export function safeContentType(contentType: string | null): string {
  const type = (contentType ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
  // Images of an unknown kind are recognised by their first bytes.
  if (type === 'image/*' || type === 'audio/*' || type === 'video/*') return '';
  return SHOWN.test(type) ? type : 'application/octet-stream';
}
