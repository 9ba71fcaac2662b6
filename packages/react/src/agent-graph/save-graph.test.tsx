import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import type { MockInstance } from 'vitest';
import { userEvent } from 'vitest/browser';
import { deriveAgentGraph } from '@oriel/core';
import { drawTrace, traceStructure } from '@oriel/core/testing';
import '../testing/stylesheet.css';
import { withoutAct } from '../testing/without-act.ts';
import { AgentGraphView } from './agent-graph-view.tsx';

const spies: MockInstance[] = [];
const { observations } = traceStructure(
  drawTrace(`
    agent            |==========
      llm            |==
      tool           |  ==        ERROR
      llm            |    ==
      a & b < "c" SPAN |      ==
  `),
);

withoutAct();
afterEach(leave);

function leave() {
  cleanup();
  for (const spy of spies.splice(0)) spy.mockRestore();
}

/** The file that a reader is handed when a button is pressed. */
async function save(button: 'Save as SVG' | 'Save as PNG'): Promise<{ name: string; file: Blob }> {
  const files = new Map<string, Blob>();
  const createUrl = URL.createObjectURL.bind(URL);
  const creating = vi.spyOn(URL, 'createObjectURL').mockImplementation((file) => {
    const url = createUrl(file);
    if (file instanceof Blob) files.set(url, file);
    return url;
  });
  const handed = new Promise<{ name: string; file: Blob }>((resolve) => {
    const clicking = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(
      this: HTMLAnchorElement,
    ) {
      const file = files.get(this.href);
      if (file) resolve({ name: this.download, file });
    });
    spies.push(creating, clicking);
  });
  render(
    <div style={{ blockSize: 480, inlineSize: 900 }}>
      <AgentGraphView observations={observations} />
    </div>,
  );
  await screen.findByRole('application', {}, { timeout: 20_000 });
  await userEvent.click(screen.getByRole('button', { name: button }));
  return handed;
}

async function parse(file: Blob): Promise<Document> {
  return new DOMParser().parseFromString(await file.text(), 'image/svg+xml');
}

it('saves an SVG of its own with every node, every edge and their texts', async () => {
  const { name, file } = await save('Save as SVG');
  const svg = await parse(file);
  const graph = deriveAgentGraph(observations);
  if (!graph) throw new Error('The trace has no graph, because nothing ran in it.');

  expect([name, file.type, svg.querySelector('parsererror')]).toEqual([
    'agent-graph.svg',
    'image/svg+xml',
    null,
  ]);
  const texts = [...svg.querySelectorAll('text')].map(({ textContent }) => textContent);
  expect(texts).toEqual(expect.arrayContaining(['Start', 'End', 'agent', 'llm', 'tool', 'a & b < "c"']));
  expect(texts).toEqual(
    expect.arrayContaining([expect.stringContaining('2 calls'), expect.stringContaining('1 failed')]),
  );
  // One for the ground, and one for each node.
  expect(svg.querySelectorAll('rect')).toHaveLength(graph.nodes.length + 1);
  expect(svg.querySelectorAll('path[marker-end]')).toHaveLength(graph.edges.length);
  // It stands where the page's variables, styles and pictures are unknown.
  expect(await file.text()).not.toMatch(/var\(|class=|href=/);
});

it('saves a PNG of twice the size of the SVG, for sharp screens', async () => {
  const { name, file } = await save('Save as PNG');
  const bytes = new Uint8Array(await file.arrayBuffer());
  const view = new DataView(bytes.buffer);
  leave();
  const { file: drawn } = await save('Save as SVG');
  const { documentElement } = await parse(drawn);

  expect([name, file.type]).toEqual(['agent-graph.png', 'image/png']);
  expect([...bytes.subarray(0, 8)]).toEqual([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  expect([view.getUint32(16), view.getUint32(20)]).toEqual([
    2 * Number(documentElement.getAttribute('width')),
    2 * Number(documentElement.getAttribute('height')),
  ]);
});

it('says so when the browser could not draw it', async () => {
  spies.push(vi.spyOn(HTMLCanvasElement.prototype, 'toBlob').mockImplementation((done) => done(null)));
  void save('Save as PNG');

  expect(await screen.findByText(/could not be saved/i, {}, { timeout: 20_000 })).toBeTruthy();
});
