import { expect, it } from 'vitest';
import { pairToolResults } from './pair-tool-results.ts';
import { readChat } from './read-chat.ts';
import type { JsonValue } from '../../model/json.ts';

const call = (id: string) => ({ id, type: 'function', function: { name: `tool-${id}`, arguments: '{}' } });

function drawn(messages: JsonValue): string[] {
  return pairToolResults(readChat(messages) ?? []).flatMap(({ role, content, parts }) => [
    `${role}: ${content ?? ''}`,
    ...parts.flatMap((part) =>
      part.kind === 'tool-call'
        ? [
            `  ${part.call.id} → ${part.call.result?.parts.map((inner) => (inner.kind === 'text' ? inner.text : '?')).join() ?? 'nothing'}`,
          ]
        : [],
    ),
  ]);
}

it('shows under each call what its tool answered, in whatever order answers came', () => {
  expect(
    drawn([
      { role: 'assistant', content: 'Looking.', tool_calls: [call('a'), call('b')] },
      { role: 'tool', tool_call_id: 'b', content: '7°' },
      { role: 'tool', tool_call_id: 'a', content: 'sunny' },
      { role: 'assistant', content: 'Sunny, 7°.' },
    ]),
  ).toEqual(['assistant: Looking.', '  a → sunny', '  b → 7°', 'assistant: Sunny, 7°.']);
});

it('keeps an answer in its place where nobody sees its call', () => {
  expect(drawn([{ role: 'tool', tool_call_id: 'z', content: 'late' }])).toEqual(['tool: late']);
});

it('gives an id that is used twice its answers in order', () => {
  const asks = { role: 'assistant', content: null, tool_calls: [call('a')] };
  const answers = (content: string) => ({ role: 'tool', tool_call_id: 'a', content });

  expect(drawn([asks, answers('one'), asks, answers('two')])).toEqual([
    'assistant: ',
    '  a → one',
    'assistant: ',
    '  a → two',
  ]);
});

it('keeps what a message says beside its results', () => {
  const content = [
    { type: 'tool_result', tool_use_id: 'a', content: 'sunny' },
    { type: 'text', text: 'And tomorrow?' },
  ];
  const asks = { role: 'assistant', content: [{ type: 'tool_use', id: 'a', name: 'weather', input: {} }] };

  expect(drawn([asks, { role: 'user', content }])).toEqual([
    'assistant: ',
    '  a → sunny',
    'user: And tomorrow?',
  ]);
});

it('finds the call by the name of its tool where an answer has no id, as with Gemini', () => {
  const calls = ['paris', 'rome'].map((city) => ({ functionCall: { name: 'weather', args: { city } } }));
  const answers = ['rain', 'sun'].map((sky) => ({
    functionResponse: { name: 'weather', response: { sky } },
  }));

  const [model, ...others] = pairToolResults(
    readChat([
      { role: 'model', parts: calls },
      { role: 'user', parts: answers },
    ]) ?? [],
  );
  expect(model?.parts.map((part) => part.kind === 'tool-call' && part.call.result?.parts)).toEqual([
    [{ kind: 'other', value: { sky: 'rain' } }],
    [{ kind: 'other', value: { sky: 'sun' } }],
  ]);
  expect(others).toEqual([]);
});

it('takes a message in the name of a called tool for its answer, as handlers of LangChain send it', () => {
  expect(
    drawn([
      { role: 'assistant', content: '', tool_calls: [call('a'), call('b')] },
      { role: 'tool-b', content: '7°' },
      { role: 'tool-c', content: 'nobody asked' },
      { role: 'function', name: 'tool-a', content: 'sunny' },
    ]),
  ).toEqual(['assistant: ', '  a → sunny', '  b → 7°', 'tool-c: nobody asked']);
});

it('leaves what people say where it is, even if a tool has the name of their role', () => {
  const asks = {
    role: 'assistant',
    content: null,
    tool_calls: [{ id: 'a', type: 'function', function: { name: 'user', arguments: '{}' } }],
  };

  expect(drawn([asks, { role: 'user', content: 'Hello?' }])).toEqual([
    'assistant: ',
    '  a → nothing',
    'user: Hello?',
  ]);
});
