import { cleanup, render, screen, waitFor } from '@testing-library/react';
import axe from 'axe-core';
import type { ReactElement } from 'react';
import { renderToString } from 'react-dom/server';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { referenceStore } from '@oriel/core';
import type { Patch, Store } from '@oriel/core';
import { OrielProvider } from '../provider/oriel-provider.tsx';
import type { PanelProps } from '../states/panel.tsx';
import '../styles/styles.css';
import { alteredStore, lastingOutage, never } from './altered-store.ts';
import type { StoreRead } from './altered-store.ts';
import { withoutAct } from './without-act.ts';

export interface PanelHarness {
  /** Draws the panel with the given attributes. */
  draw: (props: PanelProps) => ReactElement;
  /** What the store holds when the panel has something to show. */
  patches: readonly Patch[];
  /** The read that the panel cannot do without. */
  read: StoreRead;
  /** Text that is there when everything has loaded. */
  ready: RegExp;
  /** What it says when the store is empty. */
  empty: RegExp;
  /** Finds the element that Tab has to reach. */
  focusable: () => Element | null;
}

/** Registers the tests that every panel must pass. */
export function describePanel(name: string, { draw, patches, read, ready, empty, focusable }: PanelHarness) {
  const show = (store: Store, props?: PanelProps) => showPanel(draw, store, props);

  describe(`${name} is a panel`, () => {
    let filled: Store;

    withoutAct();

    beforeEach(async () => {
      filled = referenceStore();
      await filled.traces.write(patches);
    });
    afterEach(cleanup);

    it("carries the host's class, style and attributes in every state", async () => {
      const attributes = { className: 'mine', style: { opacity: 0.9 }, 'data-purpose': 'test', id: 'here' };
      const stores = [
        ['ready', filled],
        ['empty', referenceStore()],
        ['loading', alteredStore(filled, read, never)],
      ] as const;
      for (const [state, store] of stores) {
        const { unmount } = show(store, attributes);
        expectAttributes();
        await waitFor(() => expect(stateOf()).toBe(state));
        expectAttributes();
        unmount();
      }
    });

    it('shows quiet lines while it loads', () => {
      show(alteredStore(filled, read, never));

      expect(stateOf()).toBe('loading');
      expect(panel().getAttribute('aria-busy')).toBe('true');
      expect(screen.getByRole('status').textContent).toMatch(/Loading/);
    });

    it('says why it is empty', async () => {
      show(referenceStore());

      expect(await screen.findByText(empty)).toBeTruthy();
      expect(stateOf()).toBe('empty');
    });

    it('says what failed, and loads when asked again', async () => {
      const backend = lastingOutage();
      show(alteredStore(filled, read, backend.answer));

      const retry = await screen.findByRole('button', { name: 'Try again' }, { timeout: 10_000 });
      expect(screen.getByRole('alert').textContent).toContain('The backend is down.');
      backend.end();
      retry.focus();
      await userEvent.keyboard('{Enter}');
      expect((await screen.findAllByText(ready)).length).toBeGreaterThan(0);
    });

    it('offers no retry where asking again cannot help', async () => {
      const store = alteredStore(filled, read, () => Promise.reject(new Error('Not this way.')));
      show(store);

      expect((await screen.findByRole('alert')).textContent).toContain('Not this way.');
      expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull();
    });

    it.each(['light', 'dark'])('has no accessibility fault that axe can see, in a %s page', async (theme) => {
      document.documentElement.dataset['orielTheme'] = theme;
      show(filled);
      await screen.findAllByText(ready);

      const { violations } = await axe.run(panel(), { rules: { region: { enabled: false } } });
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual(
        [],
      );
      delete document.documentElement.dataset['orielTheme'];
    });

    it('is reached by Tab', async () => {
      show(filled);
      await screen.findAllByText(ready);

      for (let stops = 0; stops < 10 && document.activeElement !== focusable(); stops += 1) {
        await userEvent.keyboard('{Tab}');
      }
      expect(focusable()).not.toBeNull();
      expect(document.activeElement).toBe(focusable());
    });

    it('renders on a server, as its loading state', () => {
      const html = renderToString(<OrielProvider store={filled}>{draw({})}</OrielProvider>);

      expect(html).toContain('data-state="loading"');
    });

    it('asks for a provider where there is none', () => {
      expect(() => renderToString(draw({}))).toThrow(/no <OrielProvider>.*nothing to show.*Wrap your app/);
    });
  });
}

const panel = () => screen.getByTestId('panel');
const stateOf = () => panel().dataset['state'];

function showPanel(draw: PanelHarness['draw'], store: Store, props: PanelProps = {}) {
  const attributes = { 'data-testid': 'panel', ...props };
  return render(
    <div style={{ blockSize: 480 }}>
      <OrielProvider store={store} timeZone="UTC">
        {draw(attributes)}
      </OrielProvider>
    </div>,
  );
}

function expectAttributes() {
  expect(panel()).toMatchObject({ id: 'here', style: { opacity: '0.9' } });
  expect([...panel().classList]).toEqual(expect.arrayContaining(['oriel-panel', 'mine']));
  expect(panel().dataset['purpose']).toBe('test');
}
