import { userEvent, within } from 'storybook/test';
import type { Store } from '@oriel/core';
import { brokenStore, pendingStore, storeOf } from './sample-store.ts';
import type { Read } from './sample-store.ts';

type Canvas = ReturnType<typeof within>;

interface Played {
  readonly canvasElement: HTMLElement;
  readonly loaded: Record<string, unknown>;
}

/** A play that waits until the panel says `text`. */
export function says(text: string | RegExp) {
  return async ({ canvasElement }: Pick<Played, 'canvasElement'>): Promise<void> => {
    await within(canvasElement).findByText(text);
  };
}

/** A panel whose store never answers `read`, and what it says meanwhile. */
export function whileLoading(read: Read, text: string) {
  return {
    loaders: [async () => ({ store: pendingStore(await storeOf([]), read) })],
    play: says(text),
  };
}

/** A store that does not answer `read` until somebody presses "Try again"; then the panel shows what `find` finds. */
export function afterOutage(
  storeWith: () => Store | Promise<Store>,
  read: Read,
  find: (canvas: Canvas) => Promise<unknown>,
) {
  return {
    loaders: [async () => brokenStore(await storeWith(), read)],
    play: async ({ canvasElement, loaded }: Played): Promise<void> => {
      const canvas = within(canvasElement);
      await pressTryAgain(canvas, loaded);
      await find(canvas);
    },
  };
}

/** Repairs the store that a story's loader broke with `brokenStore`, then asks it again by keyboard. */
export async function pressTryAgain(canvas: Canvas, { repair }: Record<string, unknown>): Promise<void> {
  const [button] = await canvas.findAllByRole('button', { name: 'Try again' });
  (repair as () => void)();
  button?.focus();
  await userEvent.keyboard('{Enter}');
}
