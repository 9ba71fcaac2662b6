import { expect, it } from 'vitest';
import { readChat } from './read-chat.ts';

it('reads a list of messages', () => {
  expect(readChat([{ role: 'user', content: 'Hi' }])).toEqual([
    { role: 'user', name: null, content: 'Hi', toolCalls: [], toolCallId: null },
  ]);
});

it('reads messages under `messages` and a single answer', () => {
  expect(readChat({ messages: [{ role: 'user', content: 'Hi' }] })).toHaveLength(1);
  expect(readChat({ role: 'assistant', content: 'Hello' })).toHaveLength(1);
});

it('reads tool calls, with arguments kept as JSON text', () => {
  const call = { id: 'c1', type: 'function', function: { name: 'find', arguments: '{"q":1}' } };
  const [answer] = readChat([{ role: 'assistant', content: null, tool_calls: [call] }]) ?? [];

  expect(answer?.toolCalls).toEqual([{ id: 'c1', name: 'find', arguments: { q: 1 } }]);
});

it('shows broken tool arguments as the model wrote them', () => {
  const call = { id: 'c1', function: { name: 'find', arguments: '{"q":' } };

  expect(readChat([{ role: 'assistant', tool_calls: [call] }])?.[0]?.toolCalls[0]?.arguments).toBe('{"q":');
});

it('joins parts of text and leaves other parts whole', () => {
  const image = { type: 'image_url', image_url: { url: 'x' } };

  expect(
    readChat([
      {
        role: 'user',
        content: [
          { type: 'text', text: 'a' },
          { type: 'text', text: 'b' },
        ],
      },
    ])?.[0]?.content,
  ).toBe('a\nb');
  expect(readChat([{ role: 'user', content: [image] }])?.[0]?.content).toEqual([image]);
});

it.each([
  [null],
  ['text'],
  [[]],
  [{}],
  [[{ role: 'user' }]],
  [[{ content: 'x' }]],
  [[{ role: 'user', content: 'x' }, 'stray']],
  [{ messages: [{ role: 'user', content: 'x' }], temperature: 1 }],
])('leaves %j to be shown as it is', (value) => {
  expect(readChat(value)).toBeNull();
});
