/** The bytes of base64 text, in either alphabet, padded or not; `null` when it is none. */
export function decodeBase64(text: string): Uint8Array | null {
  try {
    const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/').replaceAll(/\s/g, ''));
    const bytes = new Uint8Array(binary.length);
    for (let place = 0; place < binary.length; place += 1) bytes[place] = binary.charCodeAt(place);
    return bytes;
  } catch {
    return null;
  }
}
