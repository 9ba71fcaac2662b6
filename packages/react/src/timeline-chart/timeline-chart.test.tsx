import { cleanup, render, screen, waitFor } from '@testing-library/react';
import { createRef, useState } from 'react';
import { renderToString } from 'react-dom/server';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import type { TimelineViewport, TraceStructure, TraceTreeNodeId } from '@oriel/core';
import { drawTrace, generateTrace, traceStructure } from '@oriel/core/testing';
import { describePanel } from '../testing/describe-panel.tsx';
import { withoutAct } from '../testing/without-act.ts';
import { createPlayhead } from '../trace-focus/playhead.ts';
import { TraceFocus } from '../trace-focus/trace-focus.tsx';
import { timelineFile } from './save-timeline.ts';
import { TimelineChart } from './timeline-chart.tsx';
import { TimelineChartView } from './timeline-chart-view.tsx';
import type { TimelineChartViewProps } from './timeline-chart-view.tsx';
import type { TimelineStage } from './timeline-stage.ts';
import { useTimeline } from './use-timeline.ts';
import type { UseTimelineOptions } from './use-timeline.ts';

const family = drawTrace(`
  agent      |==========
    plan     | ===
      llm    | ==
    tool     |     ===  ERROR timed out
    write    |        =>
`);
const traceId = family[0]?.traceId ?? '';
const idOf = (name: string) => family.find((patch) => patch.name === name)?.id ?? '';

describePanel('TimelineChart', {
  draw: (props) => <TimelineChart traceId={traceId} {...props} />,
  patches: family,
  read: 'readTrace',
  ready: /^agent$/,
  empty: /Trace not found/,
  focusable: () => document.querySelector('[role=treegrid]'),
});

const chart = () => screen.getByRole('treegrid');
const stageElement = () => document.querySelector('.oriel-timeline-chart-stage') as HTMLElement;
const active = () => {
  const row = document.getElementById(chart().getAttribute('aria-activedescendant') ?? '');
  return row && [...row.querySelectorAll('[role=gridcell]')].map((cell) => cell.textContent);
};

function setup(props: Partial<TimelineChartViewProps> = {}, structure = traceStructure(family)) {
  const onSelect = vi.fn<(nodeId: TraceTreeNodeId) => void>();
  const onViewportChange = vi.fn<(viewport: TimelineViewport) => void>();
  const view = render(
    <Sized structure={structure} onSelect={onSelect} onViewportChange={onViewportChange} {...props} />,
  );
  return { ...view, onSelect, onViewportChange };
}

describe('a timeline chart', () => {
  withoutAct();
  afterEach(cleanup);

  it('says of the active bar what its picture shows', async () => {
    setup();
    chart().focus();

    await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}{ArrowDown}');
    await waitFor(() => expect(active()).toEqual(['tool', 'Tool', '500ms', '300ms', '', 'Error']));
    await userEvent.keyboard('{End}');
    await waitFor(() => expect(active()?.slice(0, 4)).toEqual(['write', 'Span', '800ms', 'no end was sent']));
  });

  it('selects by Enter what the arrow keys went to', async () => {
    const { onSelect } = setup();
    chart().focus();

    await userEvent.keyboard('{Home}{ArrowDown}');
    expect(onSelect).not.toHaveBeenCalled();
    await userEvent.keyboard('{Enter}');
    expect(onSelect.mock.calls).toEqual([[idOf('plan')]]);
  });

  it('zooms and pans by keys, and tells the host when it rests', async () => {
    const { onViewportChange } = setup();
    chart().focus();

    await userEvent.keyboard('w');
    await waitFor(() => expect(onViewportChange).toHaveBeenCalledTimes(1));
    const zoomed = onViewportChange.mock.lastCall?.[0] as TimelineViewport;
    expect(zoomed.end - zoomed.start).toBeCloseTo(1000 / 1.5, 3);
    await userEvent.keyboard('{ArrowRight}');
    await waitFor(() => expect(onViewportChange).toHaveBeenCalledTimes(2));
    expect(onViewportChange.mock.lastCall?.[0].start).toBeCloseTo(zoomed.start + 1000 / 15, 3);
    await userEvent.keyboard('0');
    await waitFor(() => expect(onViewportChange.mock.lastCall?.[0]).toMatchObject({ start: 0, end: 1000 }));
  });

  it('goes where the host says', async () => {
    const { rerender, onViewportChange } = setup();
    rerender(
      <Sized
        structure={traceStructure(family)}
        onViewportChange={onViewportChange}
        viewport={{ start: 200, end: 400, top: 0, laneHeight: 30 }}
      />,
    );
    await waitFor(() =>
      expect(screen.getByRole('slider', { name: 'Start of the view' })).toHaveProperty(
        'ariaValueText',
        '200ms',
      ),
    );
  });

  it('zooms at the pointer by Ctrl and wheel, scrolls by wheel, and lets the page scroll at its end', async () => {
    const { onViewportChange } = setup();
    const box = stageElement().getBoundingClientRect();
    const wheel = (init: WheelEventInit) => {
      const event = new WheelEvent('wheel', {
        bubbles: true,
        cancelable: true,
        clientX: box.left + box.width / 2,
        clientY: box.top + 100,
        ...init,
      });
      stageElement().dispatchEvent(event);
      return event.defaultPrevented;
    };

    expect(wheel({ deltaY: 100 })).toBe(false);
    expect(wheel({ deltaY: -300, ctrlKey: true })).toBe(true);
    await waitFor(() => expect(onViewportChange).toHaveBeenCalled());
    const { start, end } = lastOf(onViewportChange);
    expect(end - start).toBeLessThan(600);
    expect(start).toBeGreaterThan(0);
  });

  it('pans by dragging, and selects by a click', async () => {
    const { onSelect, onViewportChange } = setup({
      defaultViewport: { start: 400, end: 600, top: 0, laneHeight: 26 },
    });
    const drag = pointer();

    // In view is 500 to 600 of the tool, in the right half of the fourth lane.
    const x = drag.width - 40;
    drag.send('pointerdown', x, 28 + 3 * 26 + 13);
    drag.send('pointerup', x, 28 + 3 * 26 + 13);
    expect(onSelect.mock.calls).toEqual([[idOf('tool')]]);

    drag.send('pointerdown', x, 200);
    drag.send('pointermove', x - 20, 200);
    drag.send('pointermove', x - 60, 200);
    drag.send('pointerup', x - 60, 200);
    await waitFor(() => expect(onViewportChange).toHaveBeenCalled());
    expect(onViewportChange.mock.lastCall?.[0].start).toBeGreaterThan(400);
    expect(onSelect).toHaveBeenCalledTimes(1);
  });

  it('zooms to a box that is drawn with Shift', async () => {
    const { onViewportChange } = setup({ defaultDisplay: { mode: 'lanes' } });
    const drag = pointer();

    drag.send('pointerdown', drag.width * 0.25, 60, { shiftKey: true });
    drag.send('pointermove', drag.width * 0.5, 70, { shiftKey: true });
    drag.send('pointerup', drag.width * 0.5, 70, { shiftKey: true });
    await waitFor(() => expect(onViewportChange).toHaveBeenCalled());
    const { start, end } = lastOf(onViewportChange);
    expect(start).toBeCloseTo(250, -1);
    expect(end).toBeCloseTo(500, -1);
  });

  it('zooms by a pinch of a touchpad, around the pointer, and keeps the page from zooming', async () => {
    const { onViewportChange } = setup({ defaultDisplay: { mode: 'lanes' } });
    const box = stageElement().getBoundingClientRect();

    // Touchpads send a pinch as many little turns of a wheel with Ctrl.
    for (const deltaY of [-1.5, -12.25, -30, -24.5, -7.75]) {
      const event = new WheelEvent('wheel', {
        bubbles: true,
        cancelable: true,
        ctrlKey: true,
        deltaY,
        clientX: box.left + box.width * 0.75,
        clientY: box.top + 100,
      });
      stageElement().dispatchEvent(event);
      expect(event.defaultPrevented).toBe(true);
    }
    await waitFor(() => expect(onViewportChange).toHaveBeenCalled());
    const { start, end } = lastOf(onViewportChange);
    expect(end - start).toBeCloseTo(1000 * Math.exp(-76 * 0.0022), 3);
    expect(start + (end - start) * 0.75).toBeCloseTo(750, 3);
  });

  it('zooms and pans by two fingers, and selects nothing by lifting them', async () => {
    const { onSelect, onViewportChange } = setup({ defaultDisplay: { mode: 'lanes' } });
    const { width, send } = pointer();
    const finger = (pointerId: number) => (type: string, share: number) =>
      send(type, share * width, 28 + 13, { pointerId, pointerType: 'touch' });
    const [first, second] = [finger(1), finger(2)];

    first('pointerdown', 0.4);
    second('pointerdown', 0.6);
    first('pointermove', 0.2);
    second('pointermove', 0.8);
    await waitFor(() => expect(onViewportChange).toHaveBeenCalledTimes(1));
    const zoomed = lastOf(onViewportChange);
    // What was under the fingers still is.
    const under = (share: number) => zoomed.start + (zoomed.end - zoomed.start) * share;
    expect([under(0.2), under(0.8)]).toEqual([expect.closeTo(400, 1), expect.closeTo(600, 1)]);

    // Both go to the left by a tenth of the width.
    first('pointermove', 0.1);
    second('pointermove', 0.7);
    await waitFor(() => expect(onViewportChange).toHaveBeenCalledTimes(2));
    const panned = lastOf(onViewportChange);
    expect(panned.end - panned.start).toBeCloseTo(zoomed.end - zoomed.start, 3);
    expect(panned.start).toBeCloseTo(under(0.1), 1);

    first('pointerup', 0.1);
    second('pointermove', 0.3);
    second('pointerup', 0.3);
    expect(onSelect).not.toHaveBeenCalled();
  });

  it('takes two fingers in place of the box or the pan that one of them began', async () => {
    const { onViewportChange } = setup({ defaultDisplay: { mode: 'lanes' } });
    const { width, send } = pointer();

    send('pointerdown', width * 0.4, 60, { shiftKey: true });
    send('pointermove', width * 0.45, 70, { shiftKey: true });
    send('pointerdown', width * 0.6, 60, { pointerId: 2, pointerType: 'touch' });
    send('pointermove', width * 0.75, 60, { pointerId: 2, pointerType: 'touch' });
    send('pointercancel', width * 0.75, 60, { pointerId: 2, pointerType: 'touch' });
    send('pointercancel', width * 0.45, 70);
    await waitFor(() => expect(onViewportChange).toHaveBeenCalled());
    const { start, end } = lastOf(onViewportChange);
    // Fingers 15 % of the width apart moved to 30 %.
    expect(end - start).toBeCloseTo(500, 0);
  });

  it('zooms in both directions by a box that is higher than a lane, and not by one that is left at once', async () => {
    const { onViewportChange } = setup({
      defaultViewport: { start: 0, end: 1000, top: 0, laneHeight: 10 },
      defaultDisplay: { mode: 'lanes' },
    });
    const { width, send } = pointer();
    const drag = (toX: number, toY: number) => {
      send('pointerdown', width * 0.5, 28 + 5, { shiftKey: true });
      send('pointermove', toX, toY, { shiftKey: true });
      send('pointerup', toX, toY, { shiftKey: true });
    };

    drag(width * 0.5 + 2, 28 + 35);
    // Drawn backwards, from the lower right.
    drag(width * 0.25, 28 + 25);
    await waitFor(() => expect(onViewportChange).toHaveBeenCalledTimes(1));
    expect(lastOf(onViewportChange)).toMatchObject({
      start: expect.closeTo(250, 0) as number,
      end: expect.closeTo(500, 0) as number,
      laneHeight: 48,
    });
  });

  it('shows the facts of what the pointer is on', async () => {
    setup({ defaultDisplay: { mode: 'lanes', criticalPath: true } });
    const drag = pointer();

    drag.send('pointermove', drag.width * 0.2, 28 + 26 + 13);
    const tooltip = await waitFor(() => document.querySelector('.oriel-timeline-chart-tooltip') ?? fail());
    expect(tooltip.textContent).toContain('plan');
    expect(tooltip.textContent).toContain('300ms');
    drag.send('pointermove', drag.width * 0.2, 320);
    await waitFor(() => expect(document.querySelector('.oriel-timeline-chart-tooltip')).toBeNull());
  });

  it('sets the playhead from the axis and the slider, for every view that shares it', async () => {
    const playhead = createPlayhead();
    render(
      <TraceFocus playhead={playhead}>
        <Sized structure={traceStructure(family)} defaultDisplay={{ mode: 'lanes' }} />
      </TraceFocus>,
    );
    const drag = pointer();

    drag.send('pointerdown', drag.width / 2, 10);
    drag.send('pointerup', drag.width / 2, 10);
    expect(playhead.read()).toBeCloseTo(500, -1);
    const slider = await screen.findByRole('slider', { name: 'Playhead' });
    slider.focus();
    await userEvent.keyboard('{Home}');
    await waitFor(() => expect(playhead.read()).toBe(0));
  });

  it('plays to the end of the trace and stops there', async () => {
    const playhead = createPlayhead(700);
    setup({ playhead });

    await userEvent.click(await screen.findByRole('button', { name: 'Play' }));
    await waitFor(() => expect(playhead.read()).toBeGreaterThan(700));
    await waitFor(() => expect(screen.getByRole('button', { name: 'Play' })).toBeTruthy());
    expect(playhead.read()).toBe(1000);
  });

  it('moves the edges of the view by keys on the overview', async () => {
    const { onViewportChange } = setup();

    (await screen.findByRole('slider', { name: 'End of the view' })).focus();
    await userEvent.keyboard('{PageDown}{PageDown}');
    await waitFor(() => expect(onViewportChange.mock.lastCall?.[0].end).toBeCloseTo(800, 3));
    expect(onViewportChange.mock.lastCall?.[0].start).toBe(0);
  });

  it('is one tab stop of tools that arrow keys go through', async () => {
    setup();
    await screen.findByRole('button', { name: 'Lanes' });
    await userEvent.keyboard('{Tab}{ArrowRight}');
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Lanes' }));
    await userEvent.keyboard('{Enter}');
    await waitFor(() =>
      expect(screen.getByRole('button', { name: 'Lanes' }).getAttribute('aria-pressed')).toBe('true'),
    );
    await userEvent.keyboard('{Tab}');
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Start of the view');
  });

  it('shows the bars in its first frame, and what stands around them in the next', async () => {
    setup({ defaultDisplay: { mode: 'lanes' } });
    const [canvas] = stageElement().querySelectorAll('canvas');
    const { data } = canvas?.getContext('2d')?.getImageData(0, 28, 800, 100) ?? {};
    expect(new Set(new Uint32Array(data?.buffer ?? new ArrayBuffer(0))).size).toBeGreaterThan(5);
    expect(screen.queryByRole('toolbar')).toBeNull();
    const { height } = stageElement().getBoundingClientRect();

    await screen.findByRole('toolbar');
    // Nothing moves when they come.
    expect(stageElement().getBoundingClientRect().height).toBe(height);
  });

  it('is sent from a server with all its tools', () => {
    const { observations, trace } = traceStructure(family);
    const html = renderToString(<TimelineChartView observations={observations} trace={trace} />);
    expect(html).toContain('role="toolbar"');
    expect(html).toContain('role="gridcell"');
  });

  it('follows a change of theme, however the page makes it', async () => {
    setup();
    const canvas = stageElement().querySelector('canvas') as HTMLCanvasElement;
    await waitFor(() => expect(cornerOf(canvas)).toEqual([255, 255, 255]));

    document.documentElement.dataset['orielTheme'] = 'dark';
    await waitFor(() => expect(cornerOf(canvas)).toEqual([16, 18, 22]));
    delete document.documentElement.dataset['orielTheme'];
  });

  it('saves what it shows, as SVG and as PNG', async () => {
    const stage = createRef<TimelineStage>() as { current: TimelineStage | null };
    const [first, ...others] = family;
    const strange = traceStructure([{ ...(first as object), name: 'a <b> & "c"' } as never, ...others]);
    render(<Bare observations={strange.observations} onStage={(each) => (stage.current = each)} />);
    const scene = await waitFor(() => stage.current?.scene ?? fail());

    const svg = await timelineFile(scene, 'svg', 'the <trace>').then((file) => file?.text());
    const parsed = new DOMParser().parseFromString(svg ?? '', 'image/svg+xml');
    expect(parsed.querySelector('parsererror')).toBeNull();
    expect(parsed.querySelector('title')?.textContent).toBe('the <trace>');
    const texts = [...parsed.querySelectorAll('text')].map((text) => text.textContent);
    expect(texts).toEqual(expect.arrayContaining(['a <b> & "c"', 'plan', 'llm', '✕  300ms']));

    const png = await timelineFile(scene, 'png', '');
    const image = await createImageBitmap(png as Blob);
    expect(image.width).toBe(1600);
  });

  it('shows the one failure among 50,000 steps of a lane, on the screen and in files of few shapes', async () => {
    const [first] = traceStructure(family).observations as [TraceStructure['observations'][number]];
    const observations = Array.from({ length: 50_000 }, (_, index) => ({
      ...first,
      id: `${index}`,
      startTime: index,
      endTime: index + 0.5,
      level: index === 20_000 ? ('ERROR' as const) : ('DEFAULT' as const),
    }));
    const stage = createRef<TimelineStage>() as { current: TimelineStage | null };
    render(
      <Bare
        observations={observations}
        defaultDisplay={{ mode: 'lanes' }}
        onStage={(each) => (stage.current = each)}
      />,
    );
    const scene = await waitFor(() => stage.current?.scene ?? fail());
    const [canvas] = document.querySelectorAll('canvas');
    const lane = canvas?.getContext('2d')?.getImageData(0, 28 + 13, 800, 1).data ?? [];
    const failed = Array.from({ length: 800 }, (_, x) => x).filter(
      (x) =>
        `#${[0, 1, 2].map((part) => lane[4 * x + part]?.toString(16).padStart(2, '0')).join('')}` ===
        scene.theme.error.solid,
    );
    expect(failed).toEqual([320]);

    const svg = await timelineFile(scene, 'svg', '').then((file) => file?.text());
    const shapes = new DOMParser().parseFromString(svg ?? '', 'image/svg+xml').querySelectorAll('rect');
    expect(
      [...shapes].filter((shape) => shape.getAttribute('fill') === scene.theme.error.solid),
    ).toHaveLength(1);
    expect(shapes.length).toBeLessThan(100);
  });

  describe('with 20,000 observations', () => {
    let structure: TraceStructure;
    beforeEach(() => {
      structure = traceStructure(generateTrace({ seed: 3, observations: 20_000 }));
    });

    it('has few elements, and the active row among them', async () => {
      const { container } = setup({}, structure);
      chart().focus();

      await userEvent.keyboard('{End}');
      await waitFor(() => expect(active()).toHaveLength(6));
      expect(container.querySelectorAll('*').length).toBeLessThan(400);
      expect(chart().getAttribute('aria-rowcount')).toBe('20001');
    });

    it('draws once per frame, however often it is told to', async () => {
      const stage = createRef<TimelineStage>() as { current: TimelineStage | null };
      render(<Bare observations={structure.observations} onStage={(each) => (stage.current = each)} />);
      const shown = await waitFor(() => stage.current ?? fail());
      const frames = vi.fn<() => void>();
      shown.subscribe(frames);

      for (let step = 0; step < 50; step += 1) {
        shown.moveTo({ ...shown.viewport, top: step });
      }
      await new Promise(requestAnimationFrame);
      await new Promise(requestAnimationFrame);
      expect(frames).toHaveBeenCalledTimes(1);
    });
  });

  it('keeps showing all of a trace that grows, and leaves who looks at a part where they are', async () => {
    const structure = traceStructure(family);
    const [first] = structure.observations;
    const grown = {
      ...structure,
      observations: [
        ...structure.observations,
        { ...(first as TraceStructure['observations'][number]), id: 'late', startTime: 1500, endTime: 2000 },
      ],
    };
    const { rerender, onViewportChange } = setup({}, structure);
    rerender(<Sized structure={grown} onViewportChange={onViewportChange} />);
    await waitFor(() => expect(onViewportChange.mock.lastCall?.[0]).toMatchObject({ start: 0, end: 2000 }));
  });
});

function lastOf(listener: { mock: { lastCall?: [TimelineViewport] | undefined } }): TimelineViewport {
  return listener.mock.lastCall?.[0] ?? fail();
}

function fail(): never {
  throw new Error('It is not there yet.');
}

function cornerOf(canvas: HTMLCanvasElement): number[] {
  return [
    ...(canvas.getContext('2d')?.getImageData(canvas.width - 2, canvas.height - 2, 1, 1).data ?? []),
  ].slice(0, 3);
}

/** Sends pointer events to a place of the lanes or the axis, in pixels from its upper left. */
function pointer() {
  const element = stageElement();
  const box = element.getBoundingClientRect();
  // No pointer is down that the browser knows of, so none can be captured.
  element.setPointerCapture = () => undefined;
  return {
    width: box.width,
    send: (type: string, x: number, y: number, init: PointerEventInit = {}) =>
      element.dispatchEvent(
        new PointerEvent(type, {
          bubbles: true,
          pointerId: 1,
          button: 0,
          clientX: box.left + x,
          clientY: box.top + y,
          ...init,
        }),
      ),
  };
}

function Sized({ structure, ...props }: { structure: TraceStructure } & Partial<TimelineChartViewProps>) {
  return (
    <TimelineChartView
      observations={structure.observations}
      trace={structure.trace}
      {...props}
      style={{ blockSize: 480, inlineSize: 800 }}
    />
  );
}

/** A host that brings its own markup. */
function Bare({ onStage, ...options }: UseTimelineOptions & { onStage: (stage: TimelineStage) => void }) {
  const { stage, attachStage, chartProps } = useTimeline(options);
  useState(() => onStage(stage));
  return (
    <div {...chartProps} className="oriel-panel" aria-label="Mine">
      <div ref={attachStage} style={{ position: 'relative', blockSize: 300, inlineSize: 800 }} />
    </div>
  );
}
