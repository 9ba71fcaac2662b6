import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { JsonObject, JsonValue } from '../../model/json.ts';
import { readTurn } from './turn-content.ts';
import type { TurnContent } from './turn-content.ts';
import { turnConversation } from './turn-conversation.ts';

const user = (content: string): JsonObject => ({ role: 'user', content });
const assistant = (content: string): JsonObject => ({ role: 'assistant', content });
const system: JsonObject = { role: 'system', content: 'Be kind.' };

/** What each turn of a session is shown to say, as `role: text`. */
function spoken(turns: readonly (readonly [JsonValue, JsonValue])[]): string[][] {
  const before: TurnContent[] = [];
  return turns.map(([input, output]) => {
    const content = readTurn({ input, output });
    const { messages } = turnConversation(content, before);
    before.push(content);
    return messages.map(({ role, content: text }) => `${role}: ${text ?? ''}`);
  });
}

it('shows of a history that is sent along only what is new', () => {
  expect(
    spoken([
      [{ messages: [system, user('Hi')] }, assistant('Hello')],
      [{ messages: [system, user('Hi'), assistant('Hello'), user('Where is it?')] }, assistant('On its way')],
    ]),
  ).toEqual([
    ['system: Be kind.', 'user: Hi', 'assistant: Hello'],
    ['user: Where is it?', 'assistant: On its way'],
  ]);
});

it('shows of a state that is answered with only what is new', () => {
  expect(
    spoken([
      [{ messages: [user('Hi')] }, { messages: [user('Hi'), assistant('Hello')] }],
      [
        { messages: [user('More')] },
        { messages: [user('Hi'), assistant('Hello'), user('More'), assistant('There')] },
      ],
    ]),
  ).toEqual([
    ['user: Hi', 'assistant: Hello'],
    ['user: More', 'assistant: There'],
  ]);
});

it('shows an answer in plain text once, however the history writes it', () => {
  expect(
    spoken([
      [{ message: 'Hi' }, { answer: 'Hello\n\nthere', sources: ['a'] }],
      [[user('Hi'), { role: 'model', parts: [{ text: 'Hello there ' }] }, user('Bye')], 'Bye'],
    ]),
  ).toEqual([
    ['user: Hi', 'assistant: Hello\n\nthere'],
    ['user: Bye', 'assistant: Bye'],
  ]);
});

it('knows a history that lost its beginning', () => {
  const turns = spoken([
    [[user('1')], 'one'],
    [[user('1'), assistant('one'), user('2')], 'two'],
    [[assistant('one'), user('2'), assistant('two'), user('3')], 'three'],
  ]);

  expect(turns[2]).toEqual(['user: 3', 'assistant: three']);
});

it('looks past turns of another kind that stand between', () => {
  const turns = spoken([
    [[user('1')], 'one'],
    [{ task: 'title' }, { title: 'Numbers', ok: true }],
    [[user('1'), assistant('one'), user('2')], 'two'],
  ]);

  expect(turns).toEqual([['user: 1', 'assistant: one'], [], ['user: 2', 'assistant: two']]);
});

it('shows again what somebody says again', () => {
  expect(
    spoken([
      ['yes', 'ok'],
      ['yes', 'ok'],
      [[user('yes'), assistant('ok'), user('yes'), assistant('ok'), user('yes')], 'ok'],
    ]),
  ).toEqual([
    ['user: yes', 'assistant: ok'],
    ['user: yes', 'assistant: ok'],
    ['user: yes', 'assistant: ok'],
  ]);
});

it('shows a history that nobody has seen', () => {
  const [first] = spoken([[[user('Hi'), assistant('Hello'), user('Now')], 'Then']]);

  expect(first).toEqual(['user: Hi', 'assistant: Hello', 'user: Now', 'assistant: Then']);
});

it('shows a changed instruction, and keeps what was repeated', () => {
  const first = readTurn({ input: [system, user('a')], output: 'A' });
  const input = [{ role: 'system', content: 'Be brief.' }, user('a'), assistant('A'), user('b')];
  const { messages, repeated } = turnConversation(readTurn({ input, output: 'B' }), [first]);

  expect(messages.map(({ content }) => content)).toEqual(['Be brief.', 'b', 'B']);
  expect(repeated.map(({ content }) => content)).toEqual(['a', 'A']);
});

it('puts the answer of a tool under its call', () => {
  const call = { id: 'c', type: 'function', function: { name: 'find', arguments: '{}' } };
  const output = [
    { role: 'assistant', content: null, tool_calls: [call] },
    { role: 'tool', tool_call_id: 'c', content: 'found' },
    assistant('Here'),
  ];
  const { messages } = turnConversation(readTurn({ input: 'Find it', output }), []);

  expect(messages.map(({ role }) => role)).toEqual(['user', 'assistant', 'assistant']);
  expect(messages[1]?.parts[0]).toMatchObject({ kind: 'tool-call', call: { result: { toolCallId: 'c' } } });
});

it.each<[JsonValue, JsonValue]>([
  [{ question: 'Why?', locale: 'en' }, { locale: 'en' }],
  [{ city: 'Suzhou' }, { city: 'Suzhou' }],
  ['{"query":"tea"}', null],
  ['', null],
  [null, null],
  [
    [1, 2],
    [1, 2],
  ],
])('keeps of %j what is not said', (input, rest) => {
  expect(readTurn({ input, output: null }).input.rest).toEqual(rest);
});

it('loses no message of any turn: each is shown, or was shown by one of the turns before', () => {
  const word = fc.constantFrom('yes', 'no', 'tea', 'why');
  const message = fc.tuple(fc.constantFrom('user', 'assistant', 'tool', 'system'), word);
  const turn = fc.tuple(fc.array(message, { maxLength: 8 }), word);
  fc.assert(
    fc.property(fc.array(turn, { maxLength: 6 }), (session) => {
      const before: TurnContent[] = [];
      for (const [messages, answer] of session) {
        const content = readTurn({
          input: messages.map(([role, text]) => ({ role, content: text })),
          output: answer,
        });
        const { messages: shown, repeated } = turnConversation(content, before);
        expect(shown.length + repeated.length).toBe(content.input.messages.length + 1);
        expect(shown.at(-1)?.content).toBe(answer);
        expect(repeated.length === 0 || before.length > 0).toBe(true);
        before.push(content);
      }
    }),
  );
});
