import { describe, expect, it } from 'vitest';
import type { JsonValue } from '@oriel/core';
import { nestAttributes } from './nest-attributes.ts';

function nested(attributes: Readonly<Record<string, JsonValue>>): JsonValue | undefined {
  return nestAttributes(new Map(Object.entries(attributes)), 'm');
}

describe('a value that a sender flattened into attributes', () => {
  it('is whole again, lists in the order of their indices', () => {
    expect(
      nested({
        'm.10.role': 'tool',
        'm.2.role': 'user',
        'm.2.parts.0.text': 'a',
        'm.2.parts.1.text': 'b',
        'other.0': 'not asked for',
        message: 'not asked for either',
      }),
    ).toEqual([{ role: 'user', parts: [{ text: 'a' }, { text: 'b' }] }, { role: 'tool' }]);
  });

  it('is an object where names are no numbers', () => {
    expect(nested({ 'm.0': 'a', 'm.x': 'b' })).toEqual({ 0: 'a', x: 'b' });
  });

  it('is nothing where no attribute tells of it', () => {
    expect(nested({ m: 'x', mm: 'y', 'n.0': 'z' })).toBeUndefined();
  });

  it('leaves out what stands for absence', () => {
    expect(nested({ 'm.0.role': 'user', 'm.0.image': null })).toEqual([{ role: 'user' }]);
  });

  it('keeps the first of two that cannot both be', () => {
    expect(nested({ 'm.0': 'text', 'm.0.role': 'user' })).toEqual(['text']);
    expect(nested({ 'm.0.role': 'user', 'm.0': 'text' })).toEqual([{ role: 'user' }]);
  });

  it.each(['__proto__', 'constructor', 'prototype'])('takes no member named %s', (name) => {
    const value = nested({ [`m.0.${name}.polluted`]: true, 'm.0.role': 'user' });

    expect(value).toEqual([{ role: 'user' }]);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });

  it('has 10,001 list items at most, however many are sent and whatever number they claim', () => {
    const many = Object.fromEntries(Array.from({ length: 20_000 }, (_, index) => [`m.${index}`, index]));

    expect(nested(many)).toHaveLength(10_001);
    expect(nested({ 'm.999999999': 'far' })).toEqual(['far']);
  });

  it('does not follow a name of endless levels', () => {
    expect(nested({ [`m${'.a'.repeat(100_000)}`]: 1, 'm.b': 2 })).toEqual({ b: 2 });
  });
});
