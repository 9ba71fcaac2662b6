import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { userEvent } from 'vitest/browser';
import { deriveAgentGraph } from '@oriel/core';
import { drawTrace, traceStructure } from '@oriel/core/testing';
import { withoutAct } from '../testing/without-act.ts';
import { createPlayhead } from '../trace-focus/playhead.ts';
import { StepSlider } from './step-slider.tsx';

/** What begins together is one step: agent and plan, llm, both tools. */
const { observations } = traceStructure(
  drawTrace(`
    agent   |======
      plan  |==
      llm   |  ==
      tool  |    =
      tool  |    ==
  `),
);

withoutAct();
afterEach(cleanup);

it('walks through the run by arrow keys, and shows the whole run again', async () => {
  const graph = deriveAgentGraph(observations);
  if (!graph) throw new Error('The trace has no graph, because nothing ran in it.');
  const playhead = createPlayhead();
  render(<StepSlider graph={graph} playhead={playhead} />);
  const slider = screen.getByRole('slider', { name: 'Step' });
  const now = () => [playhead.read(), slider.getAttribute('aria-valuetext')];
  expect(now()).toEqual([null, 'Whole run']);

  slider.focus();
  await userEvent.keyboard('{ArrowRight}');
  expect(now()).toEqual([200, 'Step 2 of 3']);
  await userEvent.keyboard('{ArrowRight}{ArrowRight}');
  expect(now()).toEqual([400, 'Step 3 of 3']);
  await userEvent.keyboard('{ArrowLeft}');
  expect(now()).toEqual([200, 'Step 2 of 3']);
  await userEvent.keyboard('{Home}');
  expect(now()).toEqual([0, 'Step 1 of 3']);
  await userEvent.keyboard('{End}');
  expect(now()).toEqual([400, 'Step 3 of 3']);

  await userEvent.keyboard('{Tab}{Enter}');
  expect(now()).toEqual([null, 'Whole run']);
});

it('follows a playhead that something else moves', async () => {
  const graph = deriveAgentGraph(observations);
  if (!graph) throw new Error('The trace has no graph, because nothing ran in it.');
  const playhead = createPlayhead();
  render(<StepSlider graph={graph} playhead={playhead} />);

  playhead.move(250);
  expect(await screen.findByText('Step 2 of 3')).toBeTruthy();
  expect(screen.getByRole<HTMLInputElement>('slider').value).toBe('1');
});
