import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, fn, userEvent, waitFor, within } from 'storybook/test';
import {
  BarChart,
  HeatMapChart,
  HistogramChart,
  NumberTile,
  PieChart,
  TimeChart,
  ValueTable,
} from '@oriel/react/chart';
import type { TimeChartProps } from '@oriel/react/chart';
import { OrielProvider, zhCN } from '@oriel/react';
import { referenceStore } from '@oriel/core';
import type { ReactNode } from 'react';
import { hours, latencySeries, modelSeries, nameBars } from './chart-data.ts';
import { says } from './played-states.ts';

const meta = {
  title: 'Charts/Chart',
  component: TimeChart,
  args: {
    title: 'Traces by model',
    mark: 'bars',
    unit: 'count',
    isStacked: true,
    ...hours(),
    series: modelSeries(),
    onTimeRange: fn(),
    onPick: fn(),
  },
  render: (args) => (
    <Frame>
      <TimeChart {...args} />
    </Frame>
  ),
} satisfies Meta<typeof TimeChart>;

export default meta;
type Story = StoryObj<typeof meta>;

/** Charts stand in panels of the host or of ours; here, one of about the size of a card. */
function Frame({ children, height = 280 }: { children: ReactNode; height?: number }) {
  return (
    <OrielProvider store={referenceStore()} timeZone="Europe/Berlin">
      <div className="oriel-panel" style={{ blockSize: height, padding: 12, boxSizing: 'border-box' }}>
        {children}
      </div>
    </OrielProvider>
  );
}

/** Arrow keys walk the points as in a slider; Enter picks one; Shift with arrows and Enter zooms. */
export const StackedBars: Story = {
  play: async ({ canvasElement, args }) => {
    const canvas = within(canvasElement);
    const plot = await canvas.findByRole('slider', { name: 'Traces by model' });
    await waitFor(() =>
      expect(canvasElement.querySelectorAll('.oriel-chart-bar').length).toBeGreaterThan(100),
    );
    plot.focus();
    await userEvent.keyboard('{End}');
    await expect(plot).toHaveAttribute('aria-valuetext', 'Oct 26, 06:00, gpt-5: 13');
    await userEvent.keyboard('{ArrowLeft}{ArrowDown}');
    await expect(plot).toHaveAttribute(
      'aria-valuetext',
      expect.stringContaining('Oct 26, 05:00, claude-sonnet-4-5'),
    );
    await userEvent.keyboard('{Enter}');
    await expect(args.onPick).toHaveBeenLastCalledWith(
      expect.objectContaining({ key: 'claude-sonnet-4-5' }),
      args.buckets[46],
    );
    await userEvent.keyboard('{Shift>}{ArrowLeft}{ArrowLeft}{/Shift}{Enter}');
    await expect(args.onTimeRange).toHaveBeenLastCalledWith({ from: args.buckets[44], to: args.buckets[47] });
    await userEvent.keyboard('{Escape}');
    await expect(plot).toHaveAttribute('aria-valuetext', 'Traces by model');
  },
};

/** Every hour of the night in which the clock goes back is there, and both hours of two o'clock. */
export const SavesTheSecondHour: Story = {
  args: {
    title: 'The night the clock goes back',
    buckets: hours().buckets.slice(14, 26),
    end: hours().buckets[26] ?? 0,
    series: modelSeries(12),
  },
  play: async ({ canvasElement }) => {
    await waitFor(() => expect(within(canvasElement).getAllByText('02:00')).toHaveLength(2));
  },
};

/** Nobody asked at night: the lines break, and one lonely call is a point. */
export const LinesWithGaps: Story = {
  args: { title: 'Latency p95', mark: 'line', unit: 'duration', isStacked: false, series: latencySeries() },
  play: async ({ canvasElement }) => {
    // Its gaps stay gaps: the line is drawn in stretches.
    await waitFor(async () => {
      const line = canvasElement.querySelector('.oriel-chart-svg .oriel-chart-line');
      await expect(line?.getAttribute('d')?.match(/M/gu)).toHaveLength(3);
    });
  },
};

export const Areas: Story = { args: { mark: 'area' } };

/** Latencies do not add up, so they stand side by side. */
export const BarsSideBySide: Story = {
  args: {
    title: 'Latency p95',
    mark: 'bars',
    unit: 'duration',
    isStacked: false,
    buckets: hours(10).buckets,
    end: hours(10).end,
    series: latencySeries().map((one) => ({ ...one, values: one.values.slice(0, 10) })),
  },
};

/** The legend hides and shows; the menu shows the same facts as a table, by keyboard. */
export const AsTable: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const entry = await canvas.findByRole('button', { name: 'gpt-5' });
    entry.focus();
    await userEvent.keyboard('{Enter}');
    await expect(entry).toHaveAttribute('aria-pressed', 'false');
    canvas.getByRole('button', { name: 'More: Traces by model' }).click();
    const item = await canvas.findByRole('menuitem', { name: 'Show as table' });
    await waitFor(() => expect(item).toHaveFocus());
    await userEvent.keyboard('{Enter}');
    const table = await canvas.findByRole('table');
    await expect(within(table).getAllByRole('row')).toHaveLength(49);
    await expect(within(table).getByRole('rowheader', { name: 'Oct 24, 08:00' })).toBeVisible();
  },
};

export const LyingBars: Story = {
  render: () => (
    <Frame>
      <BarChart
        title="Traces"
        unit="count"
        bars={nameBars()}
        about={['Name']}
        onPick={pick}
        notice="Top 6 of 12"
      />
    </Frame>
  ),
  play: async ({ canvasElement }) => {
    const plot = await within(canvasElement).findByRole('slider', { name: 'Traces' });
    await waitFor(() => expect(canvasElement.querySelectorAll('.oriel-chart-bar')).toHaveLength(6));
    plot.focus();
    await userEvent.keyboard('{ArrowDown}{ArrowDown}');
    await expect(plot).toHaveAttribute('aria-valuetext', 'help center answer: 640');
    await userEvent.keyboard('{Enter}');
    await expect(pick).toHaveBeenLastCalledWith(expect.objectContaining({ label: 'help center answer' }));
  },
};
const pick = fn();

export const StandingBars: Story = {
  render: () => (
    <Frame>
      <BarChart title="Traces" unit="count" direction="vertical" bars={nameBars()} about={['Name']} />
    </Frame>
  ),
};

export const Histogram: Story = {
  render: () => (
    <Frame>
      <HistogramChart
        title="Latency"
        unit="duration"
        bars={[40, 120, 90, 41, 22, 9, 4, 0, 0, 1].map((count, bin) => ({
          from: bin * 800,
          to: (bin + 1) * 800,
          count,
        }))}
      />
    </Frame>
  ),
};

export const HeatMap: Story = {
  render: () => (
    <Frame>
      <HeatMapChart
        title="Calls by model and day"
        unit="count"
        about={{ rows: 'Model', columns: 'Day' }}
        columns={['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'].map((label) => ({ key: label, label }))}
        rows={modelSeries().map(({ key, label }) => ({ key, label }))}
        values={modelSeries(7).map(({ values }) => values)}
      />
    </Frame>
  ),
  play: async ({ canvasElement }) => {
    const plot = await within(canvasElement).findByRole('slider', { name: 'Calls by model and day' });
    await waitFor(() => expect(canvasElement.querySelectorAll('.oriel-chart-cell')).toHaveLength(35));
    plot.focus();
    await userEvent.keyboard('{ArrowRight}{ArrowRight}{ArrowDown}');
    await expect(plot).toHaveAttribute('aria-valuetext', expect.stringContaining('Tue, claude-sonnet-4-5: '));
  },
};

export const Pie: Story = {
  render: () => (
    <Frame>
      <PieChart title="Traces" unit="count" parts={nameBars()} about={['Name']} />
    </Frame>
  ),
};

export const NumberWithChange: Story = {
  render: () => (
    <Frame height={140}>
      <NumberTile title="Cost" unit="cost" value={12.4} before={10} better="less" />
    </Frame>
  ),
  play: says('Up 24% from $10.00 in the period before'),
};

export const Table: Story = {
  render: () => (
    <Frame>
      <ValueTable
        title="Traces"
        facts={{ about: ['Name'], columns: [{ label: 'Count', unit: 'count' }], rows: [] }}
        rows={nameBars().map(({ key, label, value }) => ({ key, about: [label], values: [value] }))}
        onPick={pick}
      />
    </Frame>
  ),
};

/** More than anybody can look at: every minute of a day, of all looks there are. */
export const Huge: Story = {
  args: {
    title: 'Traces a minute',
    buckets: Array.from({ length: 1440 }, (_, minute) => (hours().buckets[0] ?? 0) + minute * 60_000),
    end: (hours().buckets[0] ?? 0) + 1440 * 60_000,
    mark: 'line',
    isStacked: false,
    series: [
      ...modelSeries(1440),
      ...modelSeries(1440, 2).map((one) => ({
        ...one,
        key: `${one.key} 2`,
        label: `${one.label}, streamed`,
      })),
    ],
  },
  play: async ({ canvasElement }) => {
    await waitFor(() =>
      expect(canvasElement.querySelectorAll('.oriel-chart-line').length).toBeGreaterThan(9),
    );
    await expect(canvasElement.querySelectorAll('*').length).toBeLessThan(1000);
  },
};

export const Narrow: Story = { parameters: { frame: { width: '320px' } } };

export const Dark: Story = { parameters: { frame: { theme: 'dark' } } };

export const RightToLeft: Story = { parameters: { frame: { direction: 'rtl' } } };

export const Chinese: Story = {
  render: (args: TimeChartProps) => (
    <OrielProvider store={referenceStore()} messages={zhCN} timeZone="Asia/Shanghai">
      <div className="oriel-panel" style={{ blockSize: 280, padding: 12, boxSizing: 'border-box' }}>
        <TimeChart {...args} title="追踪" />
      </div>
    </OrielProvider>
  ),
};
