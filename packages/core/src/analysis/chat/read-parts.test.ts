import { expect, it } from 'vitest';
import type { JsonValue } from '../../model/json.ts';
import type { MediaPart } from './message-part.ts';
import { readParts } from './read-parts.ts';

const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAAB';
const REFERENCE = '@@@langfuseMedia:type=image/png|id=Gf6hLSvqN1PTIcmGxxTtyc|source=bytes@@@';

it.each<[string, JsonValue]>([
  ['OpenAI chat', { type: 'image_url', image_url: { url: `data:image/png;base64,${PNG}` } }],
  ['OpenAI Responses', { type: 'input_image', image_url: `data:image/png;base64,${PNG}` }],
  ['Anthropic', { type: 'image', source: { type: 'base64', media_type: 'image/png', data: PNG } }],
  ['Gemini', { inlineData: { mimeType: 'image/png', data: PNG } }],
  ['the AI SDK', { type: 'image', image: PNG, mediaType: 'image/png' }],
  ['files of the AI SDK', { type: 'file', data: PNG, mediaType: 'image/png' }],
  ['LangChain', { type: 'image', source_type: 'base64', mime_type: 'image/png', data: PNG }],
  [
    'OpenInference',
    { message_content: { type: 'image', image: { image: { url: `data:image/png;base64,${PNG}` } } } },
  ],
  ['OpenTelemetry', { type: 'blob', modality: 'image', mime_type: 'image/png', content: PNG }],
  ['nobody in particular, as a data URI', `data:image/png;base64,${PNG}`],
  ['headers with parameters', `data:image/png;charset=utf-8;base64,${PNG}`],
])('reads an image inside a payload as %s writes it', (_, part) => {
  expect(readParts([part])).toEqual([
    {
      kind: 'media',
      contentType: 'image/png',
      name: null,
      transcript: null,
      source: { kind: 'inline', base64: PNG },
    },
  ]);
});

it.each<[string, JsonValue]>([
  ['OpenAI chat', { type: 'image_url', image_url: { url: REFERENCE } }],
  ['Anthropic', { type: 'image', source: { type: 'base64', media_type: 'image/png', data: REFERENCE } }],
  ['Gemini', { inline_data: { mime_type: 'image/png', data: REFERENCE } }],
  ['the AI SDK', { type: 'file', mediaType: 'image/png', data: REFERENCE }],
  ['OpenTelemetry', { type: 'blob', mime_type: 'image/png', content: REFERENCE }],
  ['text', REFERENCE],
  ['text with members in another order', '@@@langfuseMedia:id=Gf6hLSvqN1PTIcmGxxTtyc|type=image/png@@@'],
])('finds stored bytes where %s refers to them', (_, part) => {
  expect(readParts([part])).toMatchObject([
    { kind: 'media', contentType: 'image/png', source: { kind: 'stored', id: 'Gf6hLSvqN1PTIcmGxxTtyc' } },
  ]);
});

it('reads recordings with their format and what is said in them', () => {
  const audio = { type: 'input_audio', input_audio: { data: 'UklGRg==', format: 'wav', transcript: 'beep' } };

  expect(readParts([audio])).toEqual([
    {
      kind: 'media',
      contentType: 'audio/wav',
      name: null,
      transcript: 'beep',
      source: { kind: 'inline', base64: 'UklGRg==' },
    },
  ]);
});

it('reads documents by name, by address and by the id a vendor gave them', () => {
  const parts = readParts([
    {
      type: 'file',
      file: { filename: 'terms.pdf', file_data: 'data:application/pdf;base64,JVBERi0xLjQ=' },
    },
    { type: 'document', source: { type: 'url', url: 'https://example.com/a.pdf' }, title: 'A' },
    { fileData: { fileUri: 'https://example.com/b.mp4', mimeType: 'video/mp4' } },
    { type: 'input_file', file_id: 'file-1' },
    { type: 'document', source: { type: 'text', media_type: 'text/plain', data: 'Dear all' } },
  ]);

  expect(parts).toMatchObject([
    { contentType: 'application/pdf', name: 'terms.pdf', source: { kind: 'inline' } },
    { name: 'A', source: { kind: 'remote', url: 'https://example.com/a.pdf' } },
    { contentType: 'video/mp4', source: { kind: 'remote' } },
    { source: { kind: 'vendor', fileId: 'file-1' } },
    { kind: 'text', text: 'Dear all' },
  ]);
});

it('puts media where they stand in a text', () => {
  expect(readParts(`Look: ${REFERENCE} Nice?`).map(({ kind }) => kind)).toEqual(['text', 'media', 'text']);
});

it.each<[string, JsonValue, string | null]>([
  ['Anthropic', { type: 'thinking', thinking: 'Hm.', signature: 'x' }, 'Hm.'],
  ['Anthropic, hidden', { type: 'redacted_thinking', data: 'x' }, null],
  ['the AI SDK', { type: 'reasoning', text: 'Hm.' }, 'Hm.'],
  ['Gemini', { text: 'Hm.', thought: true }, 'Hm.'],
  ['OpenAI', { type: 'reasoning', summary: [{ type: 'summary_text', text: 'Hm.' }] }, 'Hm.'],
  ['OpenAI, hidden', { type: 'reasoning', summary: [], encrypted_content: 'x' }, null],
  ['OpenTelemetry', { type: 'reasoning', content: 'Hm.' }, 'Hm.'],
])('reads what a model thought as %s writes it', (_, part, text) => {
  expect(readParts([part])).toEqual([{ kind: 'reasoning', text }]);
});

it('keeps data that looks like a part as data, where a tool answers with it', () => {
  expect(
    readParts([{ type: 'tool_result', tool_use_id: 'c', content: { text: 'x', page: 1 } }]),
  ).toMatchObject([{ kind: 'tool-result', parts: [{ kind: 'other', value: { text: 'x', page: 1 } }] }]);
});

it('says when a tool answered with an error', () => {
  const results = readParts([
    { type: 'tool_result', tool_use_id: 'c', content: 'no', is_error: true },
    { type: 'tool-result', toolCallId: 'd', output: { type: 'error-text', value: 'no' } },
  ]);

  expect(results).toMatchObject([{ isError: true }, { isError: true }]);
});

it('takes no text for base64, and nothing unknown for media', () => {
  const parts = readParts([
    { type: 'file', content: 'a sentence, not bytes' },
    { type: 'video_frame', data: PNG },
  ]) as readonly MediaPart[];

  expect(parts.map(({ kind }) => kind)).toEqual(['other', 'other']);
});
