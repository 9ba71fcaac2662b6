/** What is stored of the types `text/…` and `application/…` (reference 2.5), with any image, audio and video. */
const APPLICATION_TYPES = new Set(
  (
    'text/plain text/html text/css text/csv text/markdown text/x-python text/x-typescript application/javascript ' +
    'application/x-yaml application/pdf application/msword application/vnd.ms-excel ' +
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document ' +
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet ' +
    'application/vnd.openxmlformats-officedocument.presentationml.presentation application/zip application/json ' +
    'application/xml application/octet-stream application/rtf application/x-ndjson application/vnd.apache.parquet ' +
    'application/gzip application/x-tar application/x-7z-compressed'
  ).split(' '),
);

const MEDIA_TYPE = /^(?:image|audio|video)\/[\w.+-]{1,64}$/;

/** A content type without its parameters, in lower case; `null` where it names no kind of media that is stored. */
export function storableType(type: string): string | null {
  const bare = (type.length > 200 ? '' : (type.split(';')[0] ?? '')).trim().toLowerCase();
  return MEDIA_TYPE.test(bare) || APPLICATION_TYPES.has(bare) ? bare : null;
}

/** What formats are, where they are named without their kind. */
const FORMATS: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  wav: 'audio/wav',
  mp3: 'audio/mp3',
  flac: 'audio/flac',
  opus: 'audio/opus',
  aac: 'audio/aac',
  ogg: 'audio/ogg',
  m4a: 'audio/mp4',
  mkv: 'video/x-matroska',
  mov: 'video/quicktime',
  mp4: 'video/mp4',
  webm: 'video/webm',
  pdf: 'application/pdf',
  csv: 'text/csv',
  html: 'text/html',
  txt: 'text/plain',
  md: 'text/markdown',
  doc: 'application/msword',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xls: 'application/vnd.ms-excel',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** The content type of a format as OpenAI and Bedrock name it, such as `wav`; `null` for unknown ones. */
export function typeOfFormat(format: string): string | null {
  return Object.hasOwn(FORMATS, format) ? (FORMATS[format] ?? null) : null;
}
