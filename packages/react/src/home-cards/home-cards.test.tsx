import { screen } from '@testing-library/react';
import { generateTraffic } from '@oriel/core/testing';
import { describePanel } from '../testing/describe-panel.tsx';
import { HomeCard } from './home-card.tsx';

const patches = [...generateTraffic({ seed: 3, days: 1, tracesPerDay: 12 })].flat();

describePanel('HomeCard', {
  draw: (props) => <HomeCard {...props} card="scores-by-time" />,
  patches,
  read: 'aggregate',
  ready: /helpfulness/,
  empty: /Nothing to count/,
  focusable: () => screen.queryByRole('slider'),
});
