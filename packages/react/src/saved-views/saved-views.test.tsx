import { cleanup, render, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { parsePanelFilters, referenceStore } from '@oriel/core';
import type { PanelFilters, Store } from '@oriel/core';
import { OrielProvider } from '../provider/oriel-provider.tsx';
import { withoutAct } from '../testing/without-act.ts';
import { SavedViews } from './saved-views.tsx';

withoutAct();
afterEach(cleanup);

const FILTERS: PanelFilters = {
  time: { preset: '7d' },
  environments: ['production'],
  texts: { traces: 'level:ERROR' },
};

async function setup(store: Store = referenceStore(), defaultValue = FILTERS) {
  const onChange = vi.fn<(filters: PanelFilters) => void>();
  render(
    <OrielProvider store={store} timeZone="UTC">
      <SavedViews view="traces" defaultValue={defaultValue} onChange={onChange} />
    </OrielProvider>,
  );
  await screen.findByRole('button', { name: 'Errors only' });
  return { store, onChange };
}

async function save(name: string) {
  await userEvent.click(screen.getByRole('button', { name: 'Save view…' }));
  await userEvent.type(screen.getByRole('textbox', { name: 'Name' }), name);
  await userEvent.keyboard('{Enter}');
}

async function act(name: string, action: string) {
  await userEvent.click(await screen.findByRole('button', { name: `What to do with ${name}` }));
  await userEvent.click(screen.getByRole('button', { name: action }));
}

describe('saved views', () => {
  it('shows what everybody has, and says which is being looked at', async () => {
    const { onChange } = await setup();
    expect(screen.getByRole('button', { name: 'Errors only' }).getAttribute('aria-pressed')).toBe('true');
    await userEvent.click(screen.getByRole('button', { name: 'Latency over 10 s' }));
    expect(onChange).toHaveBeenCalledWith({ ...FILTERS, texts: { traces: 'latency:>10s' } });
  });

  it('saves what is shown under a name, which nobody else has', async () => {
    const { store } = await setup();
    await save('Broken');
    await screen.findByRole('button', { name: 'Broken' });
    const document = await store.documents?.read({ kind: 'saved-view', name: 'Broken' });
    expect(document?.body).toEqual({ view: 'traces', text: 'level:ERROR' });
    await save('Broken');
    await screen.findByText('There is a view called Broken already.');
  });

  it('tells when somebody else changed a view meanwhile, and loses neither', async () => {
    const { store } = await setup();
    await save('Broken');
    await screen.findByRole('button', { name: 'Broken' });
    await store.documents?.write({
      kind: 'saved-view',
      name: 'Broken',
      body: { view: 'traces', text: 'level:WARNING' },
    });
    await act('Broken', 'Save what is shown');
    await screen.findByText(/Somebody else changed Broken meanwhile/);
    const read = () => store.documents?.read({ kind: 'saved-view', name: 'Broken' });
    expect((await read())?.body).toMatchObject({ text: 'level:WARNING' });
    await act('Broken', 'Save what is shown');
    await waitFor(async () => expect((await read())?.body).toMatchObject({ text: 'level:ERROR' }));
  });

  it('renames and deletes', async () => {
    const { store } = await setup();
    await save('Broken');
    await act('Broken', 'Rename…');
    const input = screen.getByRole('textbox', { name: 'Name' });
    await userEvent.clear(input);
    await userEvent.type(input, 'Failed');
    await userEvent.keyboard('{Enter}');
    await screen.findByRole('button', { name: 'Failed' });
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Broken' })).toBeNull());
    await act('Failed', 'Delete');
    await screen.findByText('Nothing was saved yet.');
    expect((await store.documents?.list({ kind: 'saved-view' }))?.items).toEqual([]);
  });

  it('shares a view as a link that opens as what it shows', async () => {
    const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    await setup();
    await save('Broken');
    await act('Broken', 'Copy link');
    await screen.findByText('Copied');
    const link = new URL(write.mock.lastCall?.[0] ?? '');
    expect(parsePanelFilters(link.search).filters).toEqual(FILTERS);
    write.mockRestore();
  });

  it('offers what everybody has where nothing can be saved', async () => {
    const { traces } = referenceStore();
    await setup({ traces });
    await screen.findByText('This store keeps no documents, so views cannot be saved.');
    expect(screen.queryByRole('button', { name: 'Save view…' })).toBeNull();
  });

  it('does not show what it cannot read', async () => {
    const store = referenceStore();
    await store.documents.write({ kind: 'saved-view', name: 'Odd', body: { view: 'traces', text: '(' } });
    await setup(store);
    const odd = await screen.findByRole<HTMLButtonElement>('button', { name: 'Odd' });
    expect(odd.disabled).toBe(true);
    expect(odd.title).toBe('Odd cannot be read by this version.');
  });
});
