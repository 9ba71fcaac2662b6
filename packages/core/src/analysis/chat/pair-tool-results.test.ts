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
