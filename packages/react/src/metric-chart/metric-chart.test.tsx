import { screen } from '@testing-library/react';
import { generateTraffic } from '@oriel/core/testing';
import { describePanel } from '../testing/describe-panel.tsx';
import { MetricChart } from './metric-chart.tsx';

const patches = [...generateTraffic({ seed: 3, days: 1, tracesPerDay: 12 })].flat();

describePanel('MetricChart', {
  draw: (props) => (
    <MetricChart
      {...props}
      title="Traces by name"
      metric={{ kind: 'bars', view: 'traces', measures: [{ aggregate: 'count' }], dimensions: ['name'] }}
    />
  ),
  patches,
  read: 'aggregate',
  ready: /support-chat/,
  empty: /Nothing to count/,
  focusable: () => screen.queryByRole('slider'),
});
