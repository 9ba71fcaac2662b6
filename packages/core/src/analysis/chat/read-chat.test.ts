import { expect, it } from 'vitest';
import { readChat } from './read-chat.ts';

it('reads a list of messages', () => {
  expect(readChat([{ role: 'user', content: 'Hi' }])).toEqual([
    {
      role: 'user',
      name: null,
      content: 'Hi',
      parts: [{ kind: 'text', text: 'Hi' }],
      toolCalls: [],
      toolCallId: null,
    },
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

it.each([
  [
    'OpenAI',
    { tool_calls: [{ id: 'c1', type: 'function', function: { name: 'find', arguments: '{"q":1}' } }] },
  ],
  ['OpenAI before tools', { content: null, function_call: { id: 'c1', name: 'find', arguments: '{"q":1}' } }],
  ['Anthropic', { content: [{ type: 'tool_use', id: 'c1', name: 'find', input: { q: 1 } }] }],
  ['the AI SDK', { content: [{ type: 'tool-call', toolCallId: 'c1', toolName: 'find', input: { q: 1 } }] }],
  ['Gemini', { parts: [{ functionCall: { id: 'c1', name: 'find', args: { q: 1 } } }] }],
  ['OpenTelemetry', { parts: [{ type: 'tool_call', id: 'c1', name: 'find', arguments: { q: 1 } }] }],
])('reads a tool call as %s writes it', (_, message) => {
  expect(readChat([{ role: 'assistant', ...message }])).toEqual([
    {
      role: 'assistant',
      name: null,
      content: null,
      parts: [{ kind: 'tool-call', call: { id: 'c1', name: 'find', arguments: { q: 1 } } }],
      toolCalls: [{ id: 'c1', name: 'find', arguments: { q: 1 } }],
      toolCallId: null,
    },
  ]);
});

it.each([
  ['OpenAI', { tool_call_id: 'c1', content: 'sunny' }],
  [
    'Anthropic',
    { content: [{ type: 'tool_result', tool_use_id: 'c1', content: [{ type: 'text', text: 'sunny' }] }] },
  ],
  [
    'the AI SDK',
    { content: [{ type: 'tool-result', toolCallId: 'c1', output: { type: 'text', value: 'sunny' } }] },
  ],
  ['Gemini', { parts: [{ functionResponse: { id: 'c1', response: 'sunny' } }] }],
  ['OpenTelemetry', { parts: [{ type: 'tool_call_response', id: 'c1', response: 'sunny' }] }],
])('reads the answer of a tool as %s writes it', (_, message) => {
  expect(readChat([{ role: 'tool', ...message }])).toMatchObject([
    {
      role: 'tool',
      content: 'sunny',
      toolCalls: [],
      toolCallId: 'c1',
      parts: [{ kind: 'tool-result', toolCallId: 'c1', parts: [{ kind: 'text', text: 'sunny' }] }],
    },
  ]);
});

it('gives each tool a message where several answer in one', () => {
  const content = ['a', 'b'].map((id) => ({ type: 'tool_result', tool_use_id: id, content: id }));

  expect(readChat([{ role: 'user', content }])?.map(({ toolCallId }) => toolCallId)).toEqual(['a', 'b']);
});

it('opens the wrapping of OpenInference, LangChain and the Responses API', () => {
  const call = { tool_call: { id: 'c1', function: { name: 'find', arguments: '{}' } } };
  const wrapped = readChat([
    { message: { role: 'user', contents: [{ message_content: { type: 'text', text: 'Hi' } }] } },
    { message: { role: 'assistant', tool_calls: [call] } },
    {
      lc: 1,
      type: 'constructor',
      id: ['langchain_core', 'messages', 'ToolMessage'],
      kwargs: { content: '1', tool_call_id: 'c1' },
    },
    { type: 'function_call', call_id: 'c2', name: 'find', arguments: '{}' },
    { type: 'function_call_output', call_id: 'c2', output: '2' },
  ]);

  expect(wrapped).toMatchObject([
    { role: 'user', content: 'Hi' },
    { role: 'assistant', toolCalls: [{ id: 'c1', name: 'find', arguments: {} }] },
    { role: 'tool', content: '1', toolCallId: 'c1' },
    { role: 'assistant', toolCalls: [{ id: 'c2', name: 'find', arguments: {} }] },
    { role: 'tool', content: '2', toolCallId: 'c2' },
  ]);
});

it('reads messages with the tools offered beside them', () => {
  expect(readChat({ messages: [{ role: 'user', content: 'Hi' }], tools: [{ name: 'find' }] })).toHaveLength(
    1,
  );
});

it('joins parts of text', () => {
  const content = [
    { type: 'text', text: 'a' },
    { type: 'text', text: 'b' },
  ];

  expect(readChat([{ role: 'user', content }])?.[0]?.content).toBe('a\nb');
});

it('shows who spoke where only the shell of a message was captured', () => {
  expect(readChat([{ role: 'user' }, { role: 'tool', id: 'c1' }])?.map(({ role }) => role)).toEqual([
    'user',
    'tool',
  ]);
});

it.each([
  [null],
  ['text'],
  [[]],
  [{}],
  [[{ role: 'author' }]],
  [[{ content: 'x' }]],
  [[{ role: 'user', content: 'x' }, 'stray']],
  [{ messages: [{ role: 'user', content: 'x' }], temperature: 1 }],
])('leaves %j to be shown as it is', (value) => {
  expect(readChat(value)).toBeNull();
});
