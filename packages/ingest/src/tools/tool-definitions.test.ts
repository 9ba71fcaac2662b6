import { describe, expect, it } from 'vitest';
import type { JsonValue } from '@oriel/core';
import { toolDefinitions, toolsOfInput } from './tool-definitions.ts';

const SCHEMA = { type: 'object', properties: { city: { type: 'string' } } };
const WEATHER = { name: 'weather', description: 'Weather in a city', parameters: SCHEMA };

describe('tools offered to a model', () => {
  it.each<[shape: string, tools: JsonValue]>([
    ['OpenAI chat', [{ type: 'function', function: WEATHER }]],
    ['OpenAI responses', [{ type: 'function', ...WEATHER }]],
    ['Anthropic', [{ name: 'weather', description: 'Weather in a city', input_schema: SCHEMA }]],
    [
      'AI SDK',
      [
        JSON.stringify({
          type: 'function',
          name: 'weather',
          description: 'Weather in a city',
          inputSchema: SCHEMA,
        }),
      ],
    ],
    ['text', JSON.stringify([{ type: 'function', function: WEATHER }])],
    ['a schema as text', [{ ...WEATHER, parameters: JSON.stringify(SCHEMA) }]],
  ])('are the same in the shape of %s', (_, tools) => {
    expect(toolDefinitions(tools)).toEqual([WEATHER]);
  });

  it('may be known by name only', () => {
    expect(toolDefinitions('["stock","ship"]')).toEqual([
      { name: 'stock', description: null, parameters: null },
      { name: 'ship', description: null, parameters: null },
    ]);
  });

  it.each<[JsonValue | undefined]>([[undefined], [null], [[]], [[{}]], [[1, null]], [[{ name: 7 }]]])(
    'are unknown in %j',
    (value) => {
      expect(toolDefinitions(value)).toBeUndefined();
    },
  );

  it('stand beside the messages of a call', () => {
    expect(toolsOfInput({ messages: [], tools: [WEATHER] })).toEqual([WEATHER]);
    expect(toolsOfInput([{ role: 'user', content: 'tools' }])).toBeUndefined();
  });
});
