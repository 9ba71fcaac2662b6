import { expect, it } from 'vitest';
import type { JsonValue } from '../../model/json.ts';
import { readConversation } from './read-conversation.ts';

function spoken(value: JsonValue): (readonly [string, string | null])[] | null {
  return readConversation(value)?.messages.map(({ role, content }) => [role, content] as const) ?? null;
}

it.each<[string, JsonValue, readonly (readonly [string, string])[]]>([
  [
    'a request to OpenAI chat',
    { model: 'm', messages: [{ role: 'user', content: 'Hi' }], temperature: 1 },
    [['user', 'Hi']],
  ],
  [
    'an answer of OpenAI chat',
    { id: 'x', choices: [{ index: 0, message: { role: 'assistant', content: 'Hello' } }] },
    [['assistant', 'Hello']],
  ],
  [
    'a request to OpenAI Responses',
    { model: 'm', instructions: 'Be brief.', input: 'Hi' },
    [
      ['system', 'Be brief.'],
      ['user', 'Hi'],
    ],
  ],
  [
    'an answer of OpenAI Responses',
    {
      object: 'response',
      output: [{ type: 'message', role: 'assistant', content: [{ type: 'output_text', text: 'Hello' }] }],
    },
    [['assistant', 'Hello']],
  ],
  [
    'a request to Anthropic',
    {
      model: 'm',
      system: [{ type: 'text', text: 'Be brief.' }],
      messages: [{ role: 'user', content: 'Hi' }],
    },
    [
      ['system', 'Be brief.'],
      ['user', 'Hi'],
    ],
  ],
  [
    'a request to Gemini',
    { systemInstruction: { parts: [{ text: 'Be brief.' }] }, contents: [{ parts: [{ text: 'Hi' }] }] },
    [
      ['system', 'Be brief.'],
      ['user', 'Hi'],
    ],
  ],
  [
    'an answer of Gemini',
    { candidates: [{ content: { role: 'model', parts: [{ text: 'Hello' }] }, finishReason: 'STOP' }] },
    [['model', 'Hello']],
  ],
  [
    'generations of LangChain',
    { generations: [[{ text: 'Hello', message: { type: 'ai', data: { content: 'Hello' } } }]] },
    [['assistant', 'Hello']],
  ],
  [
    'messages of LangChain in Python',
    [
      { type: 'human', content: 'Hi' },
      { type: 'ai', content: 'Hello' },
    ],
    [
      ['user', 'Hi'],
      ['assistant', 'Hello'],
    ],
  ],
  ['an answer without a role', { content: 'Hello' }, [['assistant', 'Hello']]],
])('reads %s', (_, value, expected) => {
  expect(spoken(value)).toEqual(expected);
});

it('loses nothing that stands beside the messages', () => {
  const conversation = readConversation({
    model: 'm',
    messages: [{ role: 'user', content: 'Hi' }],
    tools: [{ type: 'function', function: { name: 'find', description: 'Finds.', parameters: {} } }],
    temperature: 0.5,
  });

  expect(conversation?.rest).toEqual({ model: 'm', temperature: 0.5 });
  expect(conversation?.tools).toEqual([{ name: 'find', description: 'Finds.', parameters: {} }]);
});

it('reads calls that stand alone, as the AI SDK answers with', () => {
  const calls = [{ toolCallId: 'c', toolName: 'find', input: '{"q":1}' }];

  expect(readConversation(calls)?.messages).toMatchObject([
    { role: 'assistant', toolCalls: [{ id: 'c', name: 'find', arguments: { q: 1 } }] },
  ]);
});

it('reads tools that stand among the messages as JSON text', () => {
  const tool = '{"type":"function","name":"find","inputSchema":{}}';

  expect(readConversation([{ role: 'user', content: 'Hi' }, tool])).toMatchObject({
    messages: [{ role: 'user' }],
    tools: [{ name: 'find' }],
  });
});

it.each<[JsonValue]>([
  [{ input: 'a', output: 'b' }],
  [{ prompt: 'a' }],
  [{ city: '苏州', days: 2 }],
  [{ messages: [] }],
  [{ messages: ['a', 'b'] }],
  [{ system: 'alone' }],
  [['a', 'b']],
])('leaves %j to be shown as data', (value) => {
  expect(readConversation(value)).toBeNull();
});
