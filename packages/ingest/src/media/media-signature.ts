/** How common kinds of media begin, in Latin-1. A dot stands for any byte. */
const SIGNATURES: readonly (readonly [contentType: string, start: string])[] = [
  ['image/png', '\u0089PNG\r\n'],
  ['image/jpeg', '\u00ff\u00d8\u00ff'],
  ['image/gif', 'GIF8'],
  ['image/webp', 'RIFF....WEBP'],
  ['audio/wav', 'RIFF....WAVE'],
  ['audio/mpeg', 'ID3'],
  ['audio/ogg', 'OggS'],
  ['audio/flac', 'fLaC'],
  ['video/mp4', '....ftyp'],
  ['application/pdf', '%PDF-'],
];

/** The content type that bytes begin like, for files that come without a word about themselves. */
export function mediaSignature(bytes: Uint8Array): string | null {
  for (const [contentType, start] of SIGNATURES) {
    if (beginsWith(bytes, start)) return contentType;
  }
  return null;
}

function beginsWith(bytes: Uint8Array, start: string): boolean {
  if (bytes.length < start.length) return false;
  for (let index = 0; index < start.length; index += 1) {
    if (start[index] !== '.' && start.charCodeAt(index) !== bytes[index]) return false;
  }
  return true;
}
