import type { Preview } from '@storybook/react-vite';
import { timeoutManager } from '@tanstack/react-query';
import { configure } from 'storybook/test';
import '@oriel/dashboard/styles.css';
import '@oriel/react/styles.css';

/** A busy machine may take its time over 100,000 observations: whatever a play waits for, it waits this long. */
configure({ asyncUtilTimeout: 30_000 });

const PATIENCE_MS = 2000;
const HASTE = 20;

/** A store is asked as often as ever before its panel says that it fails, but the pauses between are short. */
timeoutManager.setTimeoutProvider({
  setTimeout: (callback, delay) => window.setTimeout(callback, delay <= PATIENCE_MS ? delay / HASTE : delay),
  clearTimeout: (timer) => window.clearTimeout(timer),
  setInterval: (callback, delay) => window.setInterval(callback, delay),
  clearInterval: (timer) => window.clearInterval(timer),
});

/**
 * A story names its surroundings in `parameters.frame`: the theme of the page, its direction, and the width a host
 * would give the panel.
 */
interface Frame {
  readonly theme?: 'light' | 'dark';
  readonly direction?: 'ltr' | 'rtl';
  /** CSS length. */
  readonly width?: string;
}

const preview: Preview = {
  parameters: {
    layout: 'fullscreen',
    a11y: { test: 'error' },
  },
  decorators: [
    (Story, { parameters }) => {
      const { theme = 'light', direction = 'ltr', width = '100%' } = (parameters['frame'] ?? {}) as Frame;
      return (
        <div
          data-oriel-theme={theme}
          dir={direction}
          style={{ blockSize: '100vh', background: theme === 'dark' ? '#000' : '#fff' }}
        >
          <div style={{ inlineSize: width, blockSize: '100%' }}>
            <Story />
          </div>
        </div>
      );
    },
  ],
};

export default preview;
