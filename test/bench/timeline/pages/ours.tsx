import { createRoot } from 'react-dom/client';
import { TimelineChartView } from '@oriel/react';
import type { TimelineMode } from '@oriel/core';
import '@oriel/react/styles.css';
import type { TimelineBenchPage } from '../bench-page.ts';
import { observations, rootElement } from './observations.ts';

const mode = (new URLSearchParams(location.search).get('mode') ?? 'lanes') as TimelineMode;
const stage = () => document.querySelector<HTMLElement>('.oriel-timeline-chart-stage');

function wheel(init: WheelEventInit) {
  const place = { clientX: 500, clientY: 300, bubbles: true, cancelable: true };
  stage()?.dispatchEvent(new WheelEvent('wheel', { ...place, ...init }));
}

window.timelineBench = {
  mount() {
    createRoot(rootElement()).render(
      <TimelineChartView
        observations={observations}
        defaultDisplay={{ mode }}
        style={{ blockSize: '100%' }}
      />,
    );
  },
  // The first picture is drawn together with the canvas.
  isReady: () => stage()?.querySelector('canvas') !== null && stage() !== null,
  zoom: (direction) => wheel({ deltaY: -100 * direction, ctrlKey: true }),
  pan: (direction) => wheel({ deltaX: 40 * direction, deltaY: mode === 'rows' ? 60 * direction : 0 }),
  play: () => document.querySelector<HTMLElement>('.oriel-timeline-chart-playback button')?.click(),
} satisfies TimelineBenchPage;
