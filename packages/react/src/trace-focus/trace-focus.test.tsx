import { act, cleanup, renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, expect, it, vi } from 'vitest';
import { createPlayhead } from './playhead.ts';
import { TraceFocus } from './trace-focus.tsx';
import { usePlayhead, usePlayheadTime } from './use-playhead.ts';
import { useSelection } from './use-selection.ts';
import type { SelectionOptions } from './use-selection.ts';

afterEach(cleanup);

it('shares a pick among the views below it', () => {
  const onSelect = vi.fn<(nodeId: string | null) => void>();
  const { result } = renderHook(() => [useSelection({}), useSelection({ onSelect })] as const, {
    wrapper: ({ children }) => <TraceFocus defaultSelectedId="agent">{children}</TraceFocus>,
  });
  expect(result.current.map(([id]) => id)).toEqual(['agent', 'agent']);

  act(() => result.current[1][1]('tool'));
  expect(result.current.map(([id]) => id)).toEqual(['tool', 'tool']);
  expect(onSelect).toHaveBeenCalledExactlyOnceWith('tool');
});

it('leaves the pick to the host where it holds it, and tells it of others', () => {
  const onSelect = vi.fn<(nodeId: string | null) => void>();
  const wrapper = ({ children }: { children: ReactNode }) => (
    <TraceFocus selectedId="agent" onSelect={onSelect}>
      {children}
    </TraceFocus>
  );
  const { result } = renderHook(() => useSelection({}), { wrapper });

  act(() => result.current[1]('tool'));
  expect(onSelect).toHaveBeenCalledExactlyOnceWith('tool');
  expect(result.current[0]).toBe('agent');
});

it('keeps a view with a selection of its own out of the common one', () => {
  const onSelect = vi.fn<(nodeId: string | null) => void>();
  const options: SelectionOptions = { selectedId: 'tool', onSelect };
  const { result } = renderHook(() => [useSelection({}), useSelection(options)] as const, {
    wrapper: ({ children }) => <TraceFocus defaultSelectedId="agent">{children}</TraceFocus>,
  });

  act(() => result.current[1][1]('other'));
  expect(result.current.map(([id]) => id)).toEqual(['agent', 'tool']);
  expect(onSelect).toHaveBeenCalledExactlyOnceWith('other');
});

it('lets a view alone keep its own selection', () => {
  const { result } = renderHook(() => useSelection({ defaultSelectedId: 'agent' }));
  act(() => result.current[1]('tool'));
  expect(result.current[0]).toBe('tool');
});

it('shares one playhead, or takes the one a host drives', () => {
  const mine = createPlayhead(5);
  const { result } = renderHook(
    () => {
      const shared = [usePlayhead(undefined), usePlayhead(undefined)] as const;
      return { shared, given: usePlayhead(mine), time: usePlayheadTime(shared[0]) };
    },
    { wrapper: ({ children }) => <TraceFocus>{children}</TraceFocus> },
  );
  expect(result.current.shared[0]).toBe(result.current.shared[1]);
  expect(result.current.given).toBe(mine);

  act(() => result.current.shared[1].move(7));
  expect(result.current.time).toBe(7);
  expect(mine.read()).toBe(5);
});
