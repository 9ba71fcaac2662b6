import { cleanup, render, waitFor } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { cdp } from 'vitest/browser';
import { drawTrace, traceStructure } from '@oriel/core/testing';
import '../testing/stylesheet.css';
import { withoutAct } from '../testing/without-act.ts';
import { createPlayhead } from '../trace-focus/playhead.ts';
import { AgentGraphView } from './agent-graph-view.tsx';

const { observations } = traceStructure(drawTrace('agent |====\n  llm |=='));

withoutAct();
afterEach(async () => {
  cleanup();
  await prefer('', '');
});

/** The part of the browser's devtools that is used here. */
interface Devtools {
  send(
    method: 'Emulation.setEmulatedMedia',
    preferences: { readonly features: readonly { readonly name: string; readonly value: string }[] },
  ): Promise<unknown>;
}

/** Has the browser say what its reader prefers. */
async function prefer(name: string, value: string) {
  const devtools = cdp() as Devtools;
  await devtools.send('Emulation.setEmulatedMedia', { features: name === '' ? [] : [{ name, value }] });
}

/** How the card of a node looks. */
async function lookOf(name: string): Promise<CSSStyleDeclaration> {
  const find = () =>
    [...document.querySelectorAll<HTMLElement>('.oriel-agent-graph-node')].find(({ title }) =>
      title.startsWith(name),
    );
  await waitFor(() => expect(find()).toBeDefined(), { timeout: 20_000 });
  return getComputedStyle(find() ?? document.body);
}

function show() {
  render(
    <div style={{ blockSize: 480 }}>
      <AgentGraphView
        observations={observations}
        defaultSelectedId="trace-1/2"
        playhead={createPlayhead(300)}
      />
    </div>,
  );
}

it('moves nothing for readers who prefer that', async () => {
  show();
  expect((await lookOf('llm')).transitionDuration).toBe('0.12s, 0.12s');
  await prefer('prefers-reduced-motion', 'reduce');
  expect((await lookOf('llm')).transitionDuration).toBe('0s');
});

it('marks what is selected and what runs by outlines where the system forces its colours', async () => {
  await prefer('forced-colors', 'active');
  show();
  const [selected, running] = [await lookOf('llm'), await lookOf('agent')];
  await waitFor(() => expect([selected.outlineStyle, running.outlineStyle]).toEqual(['solid', 'dashed']));
  expect(selected.outlineColor).not.toBe(selected.backgroundColor);
});
