import { mediaAddress } from '@oriel/core';
import type { JsonValue, Patch } from '@oriel/core';
import { expect, it } from 'vitest';
import { extractMedia } from './extract-media.ts';
import type { MediaLimits } from './media-collector.ts';

function extract(input: JsonValue, limits?: MediaLimits) {
  const patch: Patch = { kind: 'observation', id: 'o', traceId: 't', at: 1, input };
  const { patches, media, leftOut } = extractMedia([patch], limits);
  const [next] = patches;
  return { input: next?.kind === 'observation' ? next.input : undefined, media, leftOut };
}

function base64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}

// Begins like a PNG, and its base64 needs both characters that the alphabets differ in, and padding.
const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0xfb, 0xef, 0xff, 0xfe, 0x01]);
const pngText = base64(png);
const token = (type: string, bytes = png, source = 'base64_data_uri') =>
  `@@@langfuseMedia:type=${type}|id=${mediaAddress(bytes).id}|source=${source}@@@`;
const hello = new TextEncoder().encode('Hello, World!');

it('files bytes under the id that Langfuse gives them', () => {
  const { input, media } = extract('data:text/plain;base64,SGVsbG8sIFdvcmxkIQ==');

  expect(input).toBe('@@@langfuseMedia:type=text/plain|id=3_1gIbsr1bCvZ2KQgJ7DpT|source=base64_data_uri@@@');
  expect(media).toEqual([
    {
      id: '3_1gIbsr1bCvZ2KQgJ7DpT',
      sha256: '3/1gIbsr1bCvZ2KQgJ7DpTGR3YHH9wpLKGiKNiGCmG8=',
      contentType: 'text/plain',
      contentLength: 13,
      bytes: hello,
    },
  ]);
});

const urlSafe = pngText.replaceAll('+', '-').replaceAll('/', '_');

it.each([
  ['with parameters', `data:image/png;charset=utf-8;name=a.png;base64,${pngText}`],
  ['in the URL-safe alphabet', `data:image/png;base64,${urlSafe}`],
  ['without padding', `data:image/png;base64,${pngText.replaceAll('=', '')}`],
  ['without a type', `data:;base64,${pngText}`],
  ['with its type in capitals', `data:IMAGE/PNG;base64,${pngText}`],
])('finds a data URI %s', (_, uri) => {
  expect(extract(uri).input).toBe(token('image/png'));
});

it('finds several data URIs in one text and leaves the text around them', () => {
  const uri = `data:image/png;base64,${pngText}`;
  const { input, media } = extract(
    `![a](${uri}) and <img src="${uri}"> and data:text/plain;base64,SGVsbG8sIFdvcmxkIQ==.`,
  );

  expect(input).toBe(
    `![a](${token('image/png')}) and <img src="${token('image/png')}"> and ${token('text/plain', hello)}.`,
  );
  expect(media).toHaveLength(2);
});

const png64 = token('image/png');

it.each<[string, JsonValue, JsonValue]>([
  ['OpenAI image', { image_url: { url: `data:image/png;base64,${pngText}` } }, { image_url: { url: png64 } }],
  [
    'OpenAI audio',
    { type: 'input_audio', input_audio: { data: pngText, format: 'wav' } },
    { type: 'input_audio', input_audio: { data: token('audio/wav'), format: 'wav' } },
  ],
  [
    'OpenAI file',
    { file: { filename: 'a', file_data: pngText } },
    { file: { filename: 'a', file_data: png64 } },
  ],
  ['OpenAI generated image', { data: [{ b64_json: pngText }] }, { data: [{ b64_json: png64 }] }],
  [
    'Anthropic',
    { source: { type: 'base64', media_type: 'image/png', data: pngText } },
    { source: { type: 'base64', media_type: 'image/png', data: png64 } },
  ],
  [
    'Gemini',
    { inline_data: { mime_type: 'image/png', data: pngText } },
    { inline_data: { mime_type: 'image/png', data: png64 } },
  ],
  [
    'Gemini in camel case',
    { inlineData: { mimeType: 'image/png', data: pngText } },
    { inlineData: { mimeType: 'image/png', data: png64 } },
  ],
  [
    'Vertex',
    { type: 'media', mime_type: 'image/png', data: pngText },
    { type: 'media', mime_type: 'image/png', data: png64 },
  ],
  [
    'Bedrock',
    { image: { format: 'png', source: { bytes: pngText } } },
    { image: { format: 'png', source: { bytes: png64 } } },
  ],
  [
    'Bedrock with a dumped array',
    { document: { format: 'pdf', source: { bytes: Object.fromEntries([...png].entries()) } } },
    { document: { format: 'pdf', source: { bytes: token('application/pdf', png, 'bytes') } } },
  ],
  [
    'AI SDK 5 and 6',
    { type: 'file', mediaType: 'image/png', data: pngText },
    { type: 'file', mediaType: 'image/png', data: png64 },
  ],
  [
    'AI SDK with a wildcard',
    { type: 'file', mediaType: 'image/*', data: pngText },
    { type: 'file', mediaType: 'image/*', data: png64 },
  ],
  ['AI SDK image', { type: 'image', image: pngText }, { type: 'image', image: png64 }],
  [
    'AI SDK image as a buffer',
    { type: 'image', image: { type: 'Buffer', data: [...png] } },
    { type: 'image', image: token('image/png', png, 'bytes') },
  ],
  [
    'AI SDK 7',
    { type: 'blob', modality: 'image', mime_type: 'image/png', content: pngText },
    { type: 'blob', modality: 'image', mime_type: 'image/png', content: png64 },
  ],
  ['a typed array', { x: Object.fromEntries([...png].entries()) }, { x: token('image/png', png, 'bytes') }],
  ['a list of bytes', [[...png]], [token('image/png', png, 'bytes')]],
  [
    'a buffer of unknown kind',
    { a: { type: 'Buffer', data: [1, 2, 3] } },
    { a: token('application/octet-stream', Uint8Array.from([1, 2, 3]), 'bytes') },
  ],
])('finds the shape of %s', (_, input, expected) => {
  expect(extract(input).input).toEqual(expected);
  expect(extract([{ deep: { content: [input] } }]).input).toEqual([{ deep: { content: [expected] } }]);
  expect(extract(JSON.stringify(input)).input).toBe(JSON.stringify(expected));
  expect(extract({ prompt: JSON.stringify({ inner: JSON.stringify(input) }) }).input).toEqual({
    prompt: JSON.stringify({ inner: JSON.stringify(expected) }),
  });
});

it('finds data URIs in JSON that escapes its slashes', () => {
  const text = JSON.stringify({ url: `data:image/png;base64,${pngText}` }).replaceAll('/', String.raw`\/`);

  expect(extract(text).input).toBe(JSON.stringify({ url: png64 }));
});

it.each<[string, JsonValue]>([
  ['a reference that is one already', png64],
  ['text about data: URIs', 'see data:image/png;base64, or metadata:image/png;base64,AAAA'],
  ['base64 that is none', 'data:image/png;base64,AAAAA'],
  ['a data URI of a type that is not stored', 'data:application/x-foo;base64,AAAA'],
  ['a data URI that is not base64', 'data:text/plain,hello%20world'],
  ['an address', { type: 'image', image: 'https://example.com/a.png' }],
  ['short text in a member named data', { mimeType: 'text/plain', data: 'Test' }],
  ['content that is text', { type: 'text', mime_type: 'text/plain', content: 'Testtest' }],
  ['numbers', { embedding: [0.1, 0.2], tokens: [1, 2, 3, 4, 5, 6, 7, 8, 9], classes: { '0': 1, '1': 0 } }],
  ['JSON text without media', '{ "data": [1, 2],  "image": "docker/image" }'],
])('leaves alone %s', (_, input) => {
  const { input: after, media } = extract(input);

  expect(after).toBe(input);
  expect(media).toEqual([]);
});

it('stores equal bytes once', () => {
  const uri = `data:image/png;base64,${pngText}`;

  expect(extract([uri, { type: 'image', image: pngText }, [...png], uri]).media).toHaveLength(1);
});

it('says in their place which media were too long, and keeps the rest', () => {
  const other = 'data:text/plain;base64,SGVsbG8sIFdvcmxkIQ==';

  expect(extract(['data:image/png;base64,' + 'AAAA'.repeat(100), other], { maxBytes: 200 })).toMatchObject({
    input: [
      '<media left out: image/png of 300 bytes, more than the 200 that one may have>',
      token('text/plain', hello),
    ],
    leftOut: 1,
  });
  expect(extract([`data:image/png;base64,${pngText}`, other], { maxTotalBytes: 20 }).input).toEqual([
    png64,
    '<media left out: text/plain of 13 bytes, more than is left of the 20 that a payload may have>',
  ]);
});

it('answers the same patches when there is nothing to take', () => {
  const patches: Patch[] = [{ kind: 'observation', id: 'o', traceId: 't', at: 1, input: { a: ['text'] } }];

  expect(extractMedia(patches).patches).toBe(patches);
});

// Time in proportion to the square of the text would be minutes.
it('is through with any text soon, whatever the text', { timeout: 60_000 }, () => {
  for (const hostile of [
    'data:'.repeat(200_000),
    'data:image/png;base64,'.repeat(50_000),
    'data:a;base64,' + 'A'.repeat(1_000_001),
    `{"data":"${'\\"data\\":\\"'.repeat(100_000)}"}`,
    `[${'{"data":"AAAA"},'.repeat(50_000)}0]`,
    '['.repeat(100_000),
    '"0":1'.repeat(100_000),
  ]) {
    expect(extract(hostile), hostile.slice(0, 30)).toBeDefined();
  }
});

it('looks through no more than a bounded depth', () => {
  let deep: JsonValue = `data:image/png;base64,${pngText}`;
  for (let level = 0; level < 10_000; level += 1) deep = [deep];

  expect(extract(deep).media).toEqual([]);
});
