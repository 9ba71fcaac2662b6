import { describe, expect, it } from 'vitest';
import { seededRandom } from '@oriel/core/testing';
import { fillSlots } from './row-slots.ts';

describe('fillSlots', () => {
  it('shows every row in sight exactly once, wherever a list is flung to', () => {
    const random = seededRandom(5);
    let slots: readonly number[] = [];
    for (let fling = 0; fling < 200; fling += 1) {
      const first = Math.floor(random() * 1000);
      const end = first + 1 + Math.floor(random() * 40);
      slots = fillSlots(slots, 40, first, end);
      for (let index = first; index < end; index += 1) {
        expect(slots.filter((shown) => shown === index)).toHaveLength(1);
      }
    }
  });

  it('leaves rows that stay in sight in their slots, and rows out of sight where they were', () => {
    const before = fillSlots([], 4, 0, 3);
    expect(before).toEqual([0, 1, 2, -1]);
    expect(fillSlots(before, 4, 2, 5)).toEqual([4, 1, 2, 3]);
  });

  it('starts anew when a list becomes higher', () => {
    expect(fillSlots([4, 1, 2, 3], 5, 0, 2)).toEqual([0, 1, -1, -1, -1]);
  });
});
